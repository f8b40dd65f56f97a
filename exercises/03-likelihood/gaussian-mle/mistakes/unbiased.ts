const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;

export function gaussianMle(xs: readonly number[]): { mu: number; variance: number } {
  const mu = mean(xs);
  return { mu, variance: (xs.length / (xs.length - 1)) * mean(xs.map((x) => (x - mu) ** 2)) };
}
