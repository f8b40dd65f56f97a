/** Number of ways to choose `k` of `n`, exact for the small n of a table. */
function choose(n: number, k: number): number {
  return Array.from({ length: k }, (_, i) => i + 1).reduce((ways, i) => (ways * (n - k + i)) / i, 1);
}

/** Probability of `k` heads in `n` independent tosses of a coin whose heads have probability θ in [0, 1]. 0⁰ is 1. */
export function binomial(k: number, n: number, theta: number): number {
  return choose(n, k) * theta ** k * (1 - theta) ** (n - k);
}

/** The θ of the table's rows: 0, 0.1, …, 1. */
export const THETAS = Array.from({ length: 11 }, (_, i) => i / 10);

/** One row of the table: the probabilities of 0, 1, …, n heads for one θ. They sum to 1. */
export function outcomes(n: number, theta: number): number[] {
  return Array.from({ length: n + 1 }, (_, k) => binomial(k, n, theta));
}

/**
 * Area under the likelihood θ ↦ binomial(k, n, θ) on [0, 1], by Simpson's rule. Whatever k, it is 1/(n + 1): the Beta
 * integral ∫ θᵏ(1−θ)ⁿ⁻ᵏ dθ = k!(n−k)!/(n+1)! times n!/(k!(n−k)!).
 */
export function areaUnderLikelihood(k: number, n: number, steps = 200): number {
  const heights = Array.from({ length: steps + 1 }, (_, i) => binomial(k, n, i / steps));
  const weight = (i: number) => (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2);
  return heights.reduce((sum, height, i) => sum + weight(i) * height, 0) / (3 * steps);
}
