import { expect, test } from 'vitest';
import { momentsOf, PROBE, scatter } from './batches';

test('the first step moves the running statistics a tenth of the way from (0, 1), the variance unbiased', () => {
  const [first] = momentsOf({ size: 4, momentum: 0.1, drift: false }, 1);
  const batch = first?.batch as number[];
  const mean = batch.reduce((sum, x) => sum + x, 0) / 4;
  const unbiased = batch.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 3;
  expect(batch[0]).toBe(PROBE);
  expect(first?.runningMean).toBeCloseTo(0.1 * mean, 12);
  expect(first?.runningVariance).toBeCloseTo(0.9 + 0.1 * unbiased, 12);
});

test('normalized by its own statistics, a batch has mean 0 and variance 1 (up to ε)', () => {
  const [first] = momentsOf({ size: 64, momentum: 0.1, drift: true }, 1);
  const { batch, mean, variance } = first as NonNullable<typeof first>;
  const normalized = batch.map((x) => (x - mean) / Math.sqrt(variance + 1e-5));
  expect(normalized.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9);
  expect(normalized.reduce((sum, x) => sum + x * x, 0) / 64).toBeCloseTo(1, 4);
});

test('the probe’s training output scatters less in larger batches', () => {
  const at = (size: number) => scatter(momentsOf({ size, momentum: 0.1, drift: false }, 60));
  expect(at(64)).toBeLessThan(at(8));
  expect(at(8)).toBeLessThan(at(2));
});

test('after many still batches of 64 the running mean is near the true 3', () => {
  expect(momentsOf({ size: 64, momentum: 0.1, drift: false }, 60).at(-1)?.runningMean).toBeCloseTo(3, 0);
});

test('at momentum 1 the running mean is the last batch’s', () => {
  const last = momentsOf({ size: 8, momentum: 1, drift: false }, 5).at(-1);
  expect(last?.runningMean).toBe(last?.mean);
});
