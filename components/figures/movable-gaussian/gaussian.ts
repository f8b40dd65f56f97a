/** Density of the normal distribution N(μ, σ²) at x, σ > 0. Any number ≥ 0: a density may well exceed 1. */
export function density(x: number, mu: number, sigma: number): number {
  return Math.exp(logDensity(x, mu, sigma));
}

/** ln N(x; μ, σ²) = −½ ln 2π − ln σ − (x − μ)² / 2σ². */
export function logDensity(x: number, mu: number, sigma: number): number {
  return -0.5 * Math.log(2 * Math.PI) - Math.log(sigma) - (x - mu) ** 2 / (2 * sigma ** 2);
}

/** Log-likelihood of (μ, σ) for independent `xs`: the sum of their log densities. */
export function logLikelihood(xs: readonly number[], mu: number, sigma: number): number {
  return xs.reduce((sum, x) => sum + logDensity(x, mu, sigma), 0);
}

/** Where the log-likelihood is largest: the mean, and the root of the mean squared deviation (divided by n, not n − 1). */
export function gaussianMle(xs: readonly number[]): { mu: number; sigma: number } {
  const mu = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  return { mu, sigma: Math.sqrt(xs.reduce((sum, x) => sum + (x - mu) ** 2, 0) / xs.length) };
}

/**
 * The closed curve of all (μ, σ) whose log-likelihood is `drop` > 0 below the largest, as [μ, σ] points. Solved for μ,
 * ℓ(μ, σ) = max − drop reads (μ − x̄)² = σ² (1 + 2 ln(σ̂/σ) + 2·drop/n) − σ̂²: two μ for each σ between two ends.
 * What lies above σ = `ceiling` is cut off.
 */
export function contour(xs: readonly number[], drop: number, ceiling: number, steps = 48): [number, number][] {
  const { mu, sigma } = gaussianMle(xs);
  // In u = ln(σ/σ̂), with d = μ − x̄: (d/σ̂)² = e^{2u} (1 − 2u + 2·drop/n) − 1.
  const squared = (u: number) => Math.exp(2 * u) * (1 - 2 * u + (2 * drop) / xs.length) - 1;
  // At the MLE's own σ the square is 2·drop/n > 0; far below it is −1, at the bracket's zero it is −1 again.
  const low = root(squared, -20, 0);
  const high = Math.min(root(squared, 0.5 + drop / xs.length, 0), Math.log(ceiling / sigma));
  const side = Array.from({ length: steps + 1 }, (_, i): [number, number] => {
    // Cosine spacing: points lie closer where the curve turns.
    const u = low + (high - low) * 0.5 * (1 - Math.cos((Math.PI * i) / steps));
    return [sigma * Math.sqrt(Math.max(squared(u), 0)), sigma * Math.exp(u)];
  });
  return [
    ...side.map(([d, s]): [number, number] => [mu + d, s]),
    ...side.toReversed().map(([d, s]): [number, number] => [mu - d, s]),
  ];
}

/** A zero of `f` between `outside`, where it is negative, and `inside`, where it is positive. */
function root(f: (u: number) => number, outside: number, inside: number): number {
  let [out, inn] = [outside, inside];
  for (let i = 0; i < 60; i++) {
    const middle = (out + inn) / 2;
    if (f(middle) < 0) out = middle;
    else inn = middle;
  }
  return inn;
}
