import { expect, test } from 'vitest';
import { ACTIVATIONS, averages, FULL_SUM, keptScale, maskOf, outputs } from './masks';

test('a mask holds zeros and ones, about the asked share of zeros, and rate 0 drops nothing', () => {
  const drawn = Array.from({ length: 1000 }, (_, i) => maskOf(i + 1, 0.3)).flat();
  expect(new Set(drawn)).toEqual(new Set([0, 1]));
  expect(drawn.filter((kept) => kept === 0).length / drawn.length).toBeCloseTo(0.3, 1);
  expect(maskOf(5, 0)).toEqual(ACTIVATIONS.map(() => 1));
});

test('a kept unit is multiplied by 1/(1 − p): 1.25 at p = 0.2', () => {
  expect(keptScale(0.2, true)).toBeCloseTo(1.25, 12);
  const mask = maskOf(3, 0.2);
  outputs(3, 0.2, true).forEach((y, unit) => {
    expect(y).toBeCloseTo(1.25 * (mask[unit] as number) * (ACTIVATIONS[unit] as number), 12);
  });
});

test.each([0.2, 0.5, 0.8])(
  'over many masks the scaled output averages to the activation, the plain one to (1 − p) of it, p = %d',
  (rate) => {
    const { sums } = averages(20_000, rate, true);
    expect(sums.at(-1)).toBeCloseTo(FULL_SUM, 0);
    expect(averages(20_000, rate, false).sums.at(-1)).toBeCloseTo((1 - rate) * FULL_SUM, 0);
  },
);
