import { expect, test } from 'vitest';
import { accuracyOf, confusionOf, mistakenOf } from './confusion';

const sure = (k: number, of: number) => Array.from({ length: 10 }, (_, at) => (at === k ? of : (1 - of) / 9));
const judged = { labels: [0, 0, 3, 9], probabilities: [sure(0, 0.9), sure(2, 0.6), sure(1, 0.8), sure(9, 0.5)] };

test('rows are what is there, columns what is told', () => {
  const counts = confusionOf(judged);
  expect([counts[0]?.[0], counts[0]?.[2], counts[3]?.[1], counts[9]?.[9]]).toEqual([1, 1, 1, 1]);
  expect(counts.flat().reduce((sum, count) => sum + count)).toBe(4);
  expect(accuracyOf(counts)).toBe(0.5);
});

test('the surest mistakes come first', () => {
  expect(mistakenOf(judged).map(({ image, label, told }) => [image, label, told])).toEqual([
    [2, 3, 1],
    [1, 0, 2],
  ]);
});

test('probabilities that are no numbers count for the first class', () => {
  const nothing = { labels: [4], probabilities: [Array(10).fill(null)] };
  expect(confusionOf(nothing)[4]?.[0]).toBe(1);
});
