/** One class of a softmax, computed as float32 hardware would: every intermediate rounded to float32. */
export type SoftmaxTerm = { exponent: number; exp: number; p: number };

const f = Math.fround;

/**
 * Softmax of `logits` in float32. `naive` is exp(z/T) / Σ exp(z/T): past 88.72 the exponential overflows to Infinity
 * and Infinity / Infinity is NaN. Otherwise the largest exponent is subtracted first, which changes nothing
 * mathematically and keeps every exponential within (0, 1].
 *
 * @param temperature T > 0 divides every logit
 */
export function softmax32(logits: readonly number[], temperature: number, naive: boolean): SoftmaxTerm[] {
  const scaled = logits.map((z) => f(f(z) / f(temperature)));
  const shift = naive ? 0 : Math.max(...scaled);
  const exponents = scaled.map((z) => f(z - shift));
  const exps = exponents.map((x) => f(Math.exp(x)));
  const sum = exps.reduce((total, x) => f(total + x), 0);
  return exps.map((exp, k) => ({ exponent: exponents[k] ?? 0, exp, p: f(exp / sum) }));
}

/** Entropy of a distribution in bits: 0 when certain, log2 K when all K are equal. NaN when a probability is. */
export function entropyBits(p: readonly number[]): number {
  return p.reduce((total, q) => total - (q === 0 ? 0 : q * Math.log2(q)), 0);
}
