import type { UrlFormat } from '../use-url-state';

/** Settings of the underflow race: the probability of each observation, and how many there are. */
export type UnderflowState = { p: number; n: number };

export const underflowInitial: UnderflowState = { p: 0.5, n: 40 };

export const P_RANGE = { min: 0.1, max: 0.9, step: 0.1 };
export const N_RANGE = { min: 0, max: 300, step: 1 };

/** `0.5;40`: probability, count. */
export const underflowUrl: UrlFormat<UnderflowState> = {
  parameter: 'underflow',
  format: ({ p, n }) => `${+p.toFixed(1)};${n}`,
  parse: (text) => {
    const [pText, nText] = text.split(';');
    if (!pText || !nText) return null;
    const [p, n] = [Number(pText), Number(nText)];
    const sound = p >= P_RANGE.min && p <= P_RANGE.max && Number.isInteger(n) && n >= N_RANGE.min && n <= N_RANGE.max;
    return sound ? { p, n } : null;
  },
};
