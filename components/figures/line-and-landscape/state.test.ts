import { expect, test } from 'vitest';
import { DATASET_NAMES, datasetOf, landscapeInitial, landscapeUrl, placePoint, placeStart, pointsOf } from './state';

test('settings survive the way through the address', () => {
  for (const name of DATASET_NAMES) {
    const state = { points: pointsOf(name), rate: 0.148, start: [-1.5, 2] as const, steps: 12 };
    expect(landscapeUrl.parse(landscapeUrl.format(state))).toEqual(state);
  }
  expect(landscapeUrl.parse(landscapeUrl.format(landscapeInitial))).toEqual(landscapeInitial);
});

test.each([
  '',
  '0,1 1,3;0.1;0,0;0',
  '0,1 1,3 2,5 3,7 9,9;0.1;0,0;0',
  '0,1 1,3 2,5 3,7 4,;0.1;0,0;0',
  '0,1 1,3 2,5 3,7 4,9;0;0,0;0',
  '0,1 1,3 2,5 3,7 4,9;;0,0;0',
  '0,1 1,3 2,5 3,7 4,9;0.1;0,0;1.5',
  '0,1 1,3 2,5 3,7 4,9;0.1;99,0;1',
])('nonsense in the address is not taken: %s', (text) => {
  expect(landscapeUrl.parse(text)).toBeNull();
});

test('a moved point is no ready data set, and stays within its plot', () => {
  expect(datasetOf(pointsOf('noisy'))).toBe('noisy');
  expect(datasetOf(pointsOf('line').with(2, [2, 4]))).toBeNull();
  expect(placePoint([9, -3])).toEqual([4, 0]);
  expect(placeStart([1.23456, 9])).toEqual([1.23, 6]);
});
