/** An example: its input x and its target y. */
export type Point = readonly [x: number, y: number];
/** Parameters of the line ŷ = wx + b, or a vector in their plane. */
export type Parameters = readonly [w: number, b: number];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean squared error (1/N) Σ (wx + b − y)². */
export function mse(points: readonly Point[], [w, b]: Parameters): number {
  return mean(points.map(([x, y]) => (w * x + b - y) ** 2));
}

/** Its gradient: (2/N) Σ (wx + b − y)·x and (2/N) Σ (wx + b − y). */
export function mseGradient(points: readonly Point[], [w, b]: Parameters): Parameters {
  const residuals = points.map(([x, y]) => w * x + b - y);
  return [2 * mean(points.map(([x], n) => (residuals[n] as number) * x)), 2 * mean(residuals)];
}

/**
 * The shape of the bowl L(w, b), which is the same everywhere: eigenvalues of its second derivatives
 * [[2·mean(x²), 2·mean(x)], [2·mean(x), 2]], largest first, and the angle of the steep direction against the w axis.
 */
export function curvature(points: readonly Point[]): { steep: number; flat: number; angle: number } {
  const ww = 2 * mean(points.map(([x]) => x * x));
  const wb = 2 * mean(points.map(([x]) => x));
  const radius = Math.hypot((ww - 2) / 2, wb);
  // The smaller eigenvalue from the determinant 4·var(x): the difference of two close numbers would lose it.
  const steep = (ww + 2) / 2 + radius;
  const flat = (4 * variance(points)) / steep;
  return { steep, flat, angle: Math.atan2(steep - ww, wb) };
}

function variance(points: readonly Point[]): number {
  const center = mean(points.map(([x]) => x));
  return mean(points.map(([x]) => (x - center) ** 2));
}

/**
 * The least-squares line: w = cov(x, y) / var(x), b = mean(y) − w·mean(x). When all x are equal every line through
 * (x, mean(y)) is as good; then the flattest, w = 0, is given and `unique` is false.
 */
export function leastSquares(points: readonly Point[]): { best: Parameters; unique: boolean } {
  const spread = variance(points);
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const unique = spread > 1e-9;
  const w = unique ? mean(points.map(([x, y]) => (x - mx) * (y - my))) / spread : 0;
  return { best: [w, my - w * mx], unique };
}

/**
 * Gradient descent: `steps` updates from `start`, both parameters at once. The start comes first. A path that flies off
 * ends at a million millions: what follows would only be infinite.
 */
export function descend(points: readonly Point[], start: Parameters, rate: number, steps: number): Parameters[] {
  const path: Parameters[] = [start];
  let [w, b] = start;
  for (let step = 0; step < steps && Math.abs(w) + Math.abs(b) < 1e12; step++) {
    const [dw, db] = mseGradient(points, [w, b]);
    [w, b] = [w - rate * dw, b - rate * db];
    path.push([w, b]);
  }
  return path;
}

/** What a learning rate does on this bowl: every step multiplies the distance along a direction by 1 − ηλ. */
export type Regime = 'smooth' | 'zigzag' | 'diverging';

export function regimeOf(rate: number, steep: number): Regime {
  if (rate * steep >= 2) return 'diverging';
  return rate * steep > 1 ? 'zigzag' : 'smooth';
}

/** Whether gradient descent would stop here: no partial derivative reaches `tolerance`. */
export function isFlat([dw, db]: Parameters, tolerance = 1e-3): boolean {
  return Math.max(Math.abs(dw), Math.abs(db)) < tolerance;
}
