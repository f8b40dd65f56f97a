function requireNumbers(xs: readonly number[]): void {
  if (!Array.isArray(xs)) throw new TypeError(`gaussianMle: xs must be an array, got ${typeof xs}`);
  if (xs.length === 0) throw new RangeError('gaussianMle: xs must not be empty, got []');
  for (const x of xs) {
    if (typeof x !== 'number') throw new TypeError(`gaussianMle: xs must hold numbers, got ${typeof x}`);
    if (!Number.isFinite(x)) throw new RangeError(`gaussianMle: xs must be finite, got ${x}`);
  }
}

const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;

/** In two passes: deviations are small before they are squared, so that large offsets do not drown the variance. */
export function gaussianMle(xs: readonly number[]): { mu: number; variance: number } {
  requireNumbers(xs);
  const mu = mean(xs);
  return { mu, variance: mean(xs.map((x) => (x - mu) ** 2)) };
}
