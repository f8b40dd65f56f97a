import type { UrlFormat } from '../use-url-state';

/** Settings of the KL lab: whole weights of the bins of p and of q; the distributions are the weights over their sum. */
export type KlState = { p: readonly number[]; q: readonly number[] };

export const BINS = 4;
export const WEIGHT_RANGE = { min: 0, max: 10, step: 1 };

export const klInitial: KlState = { p: [6, 2, 1, 1], q: [3, 3, 2, 2] };

/** Settings that the text speaks of. */
export const KL_PRESETS = {
  worked: { p: [5, 5, 0, 0], q: [9, 1, 0, 0] },
  missing: { p: [4, 3, 2, 1], q: [5, 3, 2, 0] },
} as const satisfies Record<string, KlState>;

const sound = (weights: readonly number[]) =>
  weights.length === BINS &&
  weights.every((w) => Number.isInteger(w) && w >= WEIGHT_RANGE.min && w <= WEIGHT_RANGE.max) &&
  weights.some((w) => w > 0);

/** `which` with another weight in bin `k`; as it was if no weight were left. */
export function withWeight(state: KlState, which: 'p' | 'q', k: number, weight: number): KlState {
  const weights = state[which].map((w, j) => (j === k ? weight : w));
  return sound(weights) ? { ...state, [which]: weights } : state;
}

/** The whole weight that brings bin `k` nearest to probability `share`, the other weights staying. */
export function weightFor(weights: readonly number[], k: number, share: number): number {
  const others = weights.reduce((sum, w, j) => sum + (j === k ? 0 : w), 0);
  if (share >= 1) return WEIGHT_RANGE.max;
  return Math.max(WEIGHT_RANGE.min, Math.min(WEIGHT_RANGE.max, Math.round((share * others) / (1 - share))));
}

/** `6,2,1,1;3,3,2,2`: weights of p, of q. */
export const klUrl: UrlFormat<KlState> = {
  parameter: 'kl',
  format: ({ p, q }) => `${p.join(',')};${q.join(',')}`,
  parse: (text) => {
    const [p = [], q = [], ...rest] = text.split(';').map((list) => list.split(',').map((w) => (w ? Number(w) : -1)));
    return rest.length === 0 && sound(p) && sound(q) ? { p, q } : null;
  },
};
