import type { UrlFormat } from '../use-url-state';

/** Settings of the coin table: tosses n, heads k ≤ n, θ in tenths, and which way the table is read. */
export type CoinState = { n: number; k: number; tenths: number; reading: 'row' | 'column' };

export const coinInitial: CoinState = { n: 10, k: 7, tenths: 5, reading: 'row' };

export const TOSSES = { min: 1, max: 10, step: 1 };
export const TENTHS = { min: 0, max: 10, step: 1 };

const whole = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max;

/** `10;7;5;row`: tosses, heads, ten times θ, reading. */
export const coinUrl: UrlFormat<CoinState> = {
  parameter: 'coin',
  format: ({ n, k, tenths, reading }) => [n, k, tenths, reading].join(';'),
  parse: (text) => {
    const [first, second, third, reading] = text.split(';');
    if (!first || !second || !third || (reading !== 'row' && reading !== 'column')) return null;
    const [n, k, tenths] = [Number(first), Number(second), Number(third)];
    const sound = whole(n, TOSSES.min, TOSSES.max) && whole(k, 0, n) && whole(tenths, TENTHS.min, TENTHS.max);
    return sound ? { n, k, tenths, reading } : null;
  },
};
