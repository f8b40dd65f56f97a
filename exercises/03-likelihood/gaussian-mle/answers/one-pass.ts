/** Welford's recurrence: mean and sum of squares are brought up to date with each number. */
export function gaussianMle(xs: readonly number[]) {
  if (!Array.isArray(xs)) throw new TypeError(`gaussianMle: xs is no array, got ${String(xs)}`);
  let [n, mu, squares] = [0, 0, 0];
  for (const x of xs) {
    if (typeof x !== 'number') throw new TypeError(`gaussianMle: xs holds no number, got ${String(x)}`);
    if (Number.isNaN(x) || Math.abs(x) === Number.POSITIVE_INFINITY) {
      throw new RangeError(`gaussianMle: xs is not finite, got ${x}`);
    }
    n += 1;
    const before = x - mu;
    mu += before / n;
    squares += before * (x - mu);
  }
  if (n === 0) throw new RangeError('gaussianMle: xs is empty, got no number');
  return { mu, variance: squares / n };
}
