import { mulberry32 } from '../rng';

/** Activations of one layer for one example. */
export const ACTIVATIONS: readonly number[] = [1.6, 0.4, 2, -0.8, 1.2, 0.6, -1, 1.4];

/**
 * The mask of one training step, unit by unit: 1 where a uniform draw is at least `rate`, else 0. The same step gives the
 * same draws at every rate.
 */
export function maskOf(step: number, rate: number): number[] {
  const rng = mulberry32(7919 * step);
  return ACTIVATIONS.map(() => (rng() >= rate ? 1 : 0));
}

/** What a kept activation is multiplied by in training: 1/(1 − rate), or 1 without the correction. */
export const keptScale = (rate: number, scaled: boolean) => (scaled ? 1 / (1 - rate) : 1);

/** The layer’s output at a training step. */
export function outputs(step: number, rate: number, scaled: boolean): number[] {
  const mask = maskOf(step, rate);
  return ACTIVATIONS.map((x, unit) => x * (mask[unit] as number) * keptScale(rate, scaled));
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Sum of the activations: what the next unit receives without dropout, all its weights being 1. */
export const FULL_SUM = total(ACTIVATIONS);

/** Over steps 1…`count`: the mean output of each unit, and after each step the mean of the sums so far. */
export function averages(count: number, rate: number, scaled: boolean): { units: number[]; sums: number[] } {
  const sofar = ACTIVATIONS.map(() => 0);
  const sums: number[] = [];
  for (let step = 1; step <= count; step++) {
    outputs(step, rate, scaled).forEach((y, unit) => {
      sofar[unit] = (sofar[unit] as number) + y;
    });
    sums.push(total(sofar) / step);
  }
  return { units: sofar.map((sum) => sum / count), sums };
}
