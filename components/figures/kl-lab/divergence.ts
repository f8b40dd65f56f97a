/** A distribution over a few bins: non-negative, summing to 1. */
export type Distribution = readonly number[];

/** Weights ≥ 0, not all 0, divided by their sum. */
export function normalize(weights: readonly number[]): Distribution {
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
}

/** Per bin, −p ln q in nats: the surprise at a bin under q, as often as p brings it. 0 where p is, ∞ where only q is 0. */
function surprises(p: Distribution, q: Distribution): number[] {
  return p.map((pk, k) => (pk === 0 ? 0 : -pk * Math.log(q[k] as number)));
}

const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);

/** H(p, q) = −Σ p ln q in nats; ∞ where q excludes what p brings. */
export function crossEntropy(p: Distribution, q: Distribution): number {
  return sum(surprises(p, q));
}

/** H(p) = −Σ p ln p in nats, from 0 to ln K. */
export function entropy(p: Distribution): number {
  return crossEntropy(p, p);
}

/** The terms p ln(p/q) of KL(p‖q). Single ones may be negative, their sum is not. */
export function klTerms(p: Distribution, q: Distribution): number[] {
  return p.map((pk, k) => (pk === 0 ? 0 : pk * Math.log(pk / (q[k] as number))));
}

/** KL(p‖q) = Σ p ln(p/q) ≥ 0 in nats, 0 only for p = q; ∞ where q excludes what p brings. */
export function klDivergence(p: Distribution, q: Distribution): number {
  return sum(klTerms(p, q));
}
