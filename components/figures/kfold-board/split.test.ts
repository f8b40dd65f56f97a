import { expect, test } from 'vitest';
import { validationFolds } from './split';

const labels = Array.from({ length: 40 }, (_, i) => i % 2);
const sorted = (values: number[]) => values.toSorted((a, b) => a - b);

test.each([
  [2, false],
  [5, true],
  [7, false],
  [7, true],
  [40, false],
])('%d folds (stratified: %s) validate every example exactly once, in sizes that differ by one at most', (k, strat) => {
  const folds = validationFolds(labels, k, strat, 3);
  expect(sorted(folds.flat())).toEqual(labels.map((_, i) => i));
  const sizes = folds.map((fold) => fold.length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});

test('stratified folds hold both classes evenly, shuffled ones by chance', () => {
  const ones = (stratified: boolean) =>
    validationFolds(labels, 5, stratified, 1).map((fold) => fold.filter((i) => labels[i] === 1).length);
  expect(ones(true)).toEqual([4, 4, 4, 4, 4]);
  expect(ones(false)).not.toEqual([4, 4, 4, 4, 4]);
});

test('another seed gives another split, the same seed the same', () => {
  expect(validationFolds(labels, 5, false, 1)).toEqual(validationFolds(labels, 5, false, 1));
  expect(validationFolds(labels, 5, false, 1)).not.toEqual(validationFolds(labels, 5, false, 2));
});
