import { expect, test } from 'vitest';
import { areaUnderLikelihood, binomial, outcomes, THETAS } from './binomial';

test('seven heads in ten tosses have probability 0.2668 for θ = 0.7 and 120/1024 for a fair coin', () => {
  expect(binomial(7, 10, 0.7)).toBeCloseTo(0.266827932, 9);
  expect(binomial(7, 10, 0.5)).toBe(120 / 1024);
  expect(binomial(7, 10, 0.7) / binomial(7, 10, 0.5)).toBeCloseTo(2.276931686, 9);
});

test.each(THETAS)('read along a row, for θ = %d, the table sums to 1', (theta) => {
  const row = outcomes(10, theta);
  expect(row).toHaveLength(11);
  expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
});

test.each([
  [7, 10],
  [0, 10],
  [1, 1],
  [3, 4],
])('read down a column, %d of %d, the area is 1/(n + 1) and not 1', (k, n) => {
  expect(areaUnderLikelihood(k, n)).toBeCloseTo(1 / (n + 1), 6);
});

test('a coin that never shows heads gives certainty to none', () => {
  expect(outcomes(3, 0)).toEqual([1, 0, 0, 0]);
  expect(outcomes(3, 1)).toEqual([0, 0, 0, 1]);
});
