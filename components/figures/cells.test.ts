import { expect, test } from 'vitest';
import { cellsBetween } from './cells';

test('a stroke leaves no gap, whichever way it goes', () => {
  expect(cellsBetween(7, 7, 5)).toEqual([7]);
  expect(cellsBetween(0, 4, 5)).toEqual([0, 1, 2, 3, 4]);
  expect(cellsBetween(24, 0, 5)).toEqual([24, 18, 12, 6, 0]);
  expect(cellsBetween(20, 2, 5)).toHaveLength(5);
});
