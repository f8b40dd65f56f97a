import { GRID, meanOverX, truth } from '../noisy-curve';

export const MAX_DEGREE = 15;

/** Polynomials q₀, q₁, … of degree 0, 1, …, orthonormal over the sample's x: Σᵢ qⱼ(xᵢ) qₖ(xᵢ) = 1 if j = k, else 0. */
export type Basis = {
  /** `[degree][i]`: on the sample's x. */
  atData: Float64Array[];
  /** `[degree][j]`: on {@link GRID}. */
  onGrid: Float64Array[];
};

/** P₀(x) … P₁₅(x): Legendre polynomials are nearly orthogonal already, powers of x are nearly parallel. */
function legendre(x: number): number[] {
  const p = [1, x];
  for (let k = 1; k < MAX_DEGREE; k++) {
    p.push(((2 * k + 1) * x * (p[k] as number) - k * (p[k - 1] as number)) / (k + 1));
  }
  return p;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

/** a ← a − c·b */
function subtract(a: Float64Array, c: number, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) - c * (b[i] as number);
}

/**
 * Gram–Schmidt, each step done twice (once loses digits at degree 15). In this basis the least-squares fits of all
 * degrees share their coefficients: a higher degree only adds a term.
 */
export function orthonormalBasis(xs: readonly number[]): Basis {
  const data = xs.map(legendre);
  const grid = GRID.map(legendre);
  const basis: Basis = { atData: [], onGrid: [] };
  for (let degree = 0; degree <= MAX_DEGREE; degree++) {
    const q = Float64Array.from(data, (p) => p[degree] as number);
    const g = Float64Array.from(grid, (p) => p[degree] as number);
    for (let pass = 0; pass < 2; pass++) {
      basis.atData.forEach((other, k) => {
        const c = dot(q, other);
        subtract(q, c, other);
        subtract(g, c, basis.onGrid[k] as Float64Array);
      });
    }
    const norm = Math.sqrt(dot(q, q));
    basis.atData.push(q.map((value) => value / norm));
    basis.onGrid.push(g.map((value) => value / norm));
  }
  return basis;
}

/** Coefficients of the least-squares fit: cₖ = Σᵢ qₖ(xᵢ) yᵢ. The fit of degree d uses c₀ … c_d. */
export function coefficients(basis: Basis, ys: readonly number[]): number[] {
  return basis.atData.map((q) => dot(q, Float64Array.from(ys)));
}

/** The fit of the given degree on {@link GRID}. */
export function fitOnGrid(basis: Basis, c: readonly number[], degree: number): Float64Array {
  const fit = new Float64Array(GRID.length);
  for (let k = 0; k <= degree; k++) subtract(fit, -(c[k] as number), basis.onGrid[k] as Float64Array);
  return fit;
}

/** Mean squared error of the fit on the y that it was fitted to, per degree. Falls, or at least never rises. */
export function trainErrors(basis: Basis, ys: readonly number[]): number[] {
  const rest = Float64Array.from(ys);
  return coefficients(basis, ys).map((c, degree) => {
    subtract(rest, c, basis.atData[degree] as Float64Array);
    return dot(rest, rest) / ys.length;
  });
}

/** Mean squared error on new examples, x uniform in [−1, 1] and noise of the same `sigma`, per degree. */
export function testErrors(basis: Basis, c: readonly number[], sigma: number): number[] {
  return c.map((_, degree) => {
    const fit = fitOnGrid(basis, c, degree);
    return sigma ** 2 + meanOverX((j) => ((fit[j] as number) - truth(GRID[j] as number)) ** 2);
  });
}

/** The parts of the expected test error of one degree. */
export type ErrorParts = { bias2: number; variance: number; noise: number };

/**
 * Splits the expected test error of every degree, over all samples with these x. No sampling is needed: the fit is
 * linear in y, so the mean fit is the fit of the noiseless curve, and each coefficient has the noise's variance.
 */
export function decompose(basis: Basis, xs: readonly number[], sigma: number): ErrorParts[] {
  const mean = coefficients(basis, xs.map(truth));
  const spread = new Float64Array(GRID.length);
  return mean.map((_, degree) => {
    const q = basis.onGrid[degree] as Float64Array;
    for (let j = 0; j < GRID.length; j++) spread[j] = (spread[j] as number) + (sigma * (q[j] as number)) ** 2;
    const fit = fitOnGrid(basis, mean, degree);
    return {
      bias2: meanOverX((j) => ((fit[j] as number) - truth(GRID[j] as number)) ** 2),
      variance: meanOverX((j) => spread[j] as number),
      noise: sigma ** 2,
    };
  });
}

export const total = ({ bias2, variance, noise }: ErrorParts) => bias2 + variance + noise;
