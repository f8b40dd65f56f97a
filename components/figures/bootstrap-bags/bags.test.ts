import { expect, test } from 'vitest';
import { drawBags, EXAMPLES, expectedOutOfBag, outOfBagShare } from './bags';

test('a bag holds as many examples as there are, with repetitions', () => {
  for (const bag of drawBags(50, 1)) {
    expect(bag).toHaveLength(EXAMPLES);
    expect(bag.reduce((sum, times) => sum + times, 0)).toBe(EXAMPLES);
  }
  expect(Math.max(...drawBags(50, 1).flat())).toBeGreaterThan(1);
});

test('asking for more bags leaves the first ones as they are', () => {
  expect(drawBags(50, 2).slice(0, 3)).toEqual(drawBags(3, 2));
});

test('the share that is out is (1 − 1/16)¹⁶ on average, and near 1/e for many examples', () => {
  const shares = drawBags(4000, 3).map(outOfBagShare);
  expect(shares.reduce((sum, share) => sum + share, 0) / 4000).toBeCloseTo(expectedOutOfBag(EXAMPLES), 2);
  expect(expectedOutOfBag(16)).toBeCloseTo(0.356, 3);
  expect(expectedOutOfBag(1)).toBe(0);
  expect(expectedOutOfBag(1e7)).toBeCloseTo(Math.exp(-1), 6);
});
