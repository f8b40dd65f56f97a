const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;

export function gaussianMle(xs: readonly number[]): { mu: number; variance: number } {
  const sorted = [...xs].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const mu = ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
  return { mu, variance: mean(xs.map((x) => (x - mu) ** 2)) };
}
