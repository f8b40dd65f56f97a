type GaussianMle = (xs: readonly number[]) => { mu: number; variance: number };

/** How much the log-likelihood of xs gains when the estimate is moved: per perturbation, μ by `shift`, σ² by `factor`. */
export function drive(
  { gaussianMle }: { gaussianMle: GaussianMle },
  xs: readonly number[],
  moves: readonly { shift: number; factor: number }[],
): { gains: number[] } {
  const { mu, variance } = gaussianMle(xs);
  const logLik = (mean: number, v: number) =>
    xs.reduce((sum, x) => sum - 0.5 * Math.log(2 * Math.PI * v) - (x - mean) ** 2 / (2 * v), 0);
  const best = logLik(mu, variance);
  return { gains: moves.map(({ shift, factor }) => logLik(mu + shift, variance * factor) - best) };
}
