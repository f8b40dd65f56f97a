import type { UrlFormat } from '../use-url-state';

/** How much of each stump is added. */
export const RATES: readonly number[] = [0.1, 0.3, 1];

/** Settings of the boosting steps: rounds made, and the share of each stump that is added. */
export type BoostState = { rounds: number; rate: number };

export const boostInitial: BoostState = { rounds: 3, rate: 0.3 };

export const ROUNDS_RANGE = { min: 0, max: 200, step: 1 };

/** `3;0.3`: rounds, rate. */
export const boostUrl: UrlFormat<BoostState> = {
  parameter: 'boost',
  format: ({ rounds, rate }) => `${rounds};${rate}`,
  parse: (text) => {
    const [roundsText = '', rateText = ''] = text.split(';');
    const rounds = Number(roundsText);
    const rate = RATES.find((one) => String(one) === rateText);
    const counted = roundsText !== '' && Number.isInteger(rounds) && rounds >= 0 && rounds <= ROUNDS_RANGE.max;
    return counted && rate !== undefined ? { rounds, rate } : null;
  },
};
