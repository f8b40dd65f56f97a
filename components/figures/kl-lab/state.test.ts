import { expect, test } from 'vitest';
import { KL_PRESETS, klInitial, klUrl, weightFor, withWeight } from './state';

test('settings survive the way through the address', () => {
  expect(klUrl.parse(klUrl.format(klInitial))).toEqual(klInitial);
  expect(klUrl.parse(klUrl.format(KL_PRESETS.missing))).toEqual(KL_PRESETS.missing);
});

test.each([
  '',
  '1,1,1,1',
  '1,1,1;1,1,1',
  '0,0,0,0;1,1,1,1',
  '1,1,1,11;1,1,1,1',
  '1,1,1,-1;1,1,1,1',
  '1,1,1,0.5;1,1,1,1',
  '1,1,1,;1,1,1,1',
  '1,1,1,1;1,1,1,1;1,1,1,1',
])('nonsense is not taken: "%s"', (text) => {
  expect(klUrl.parse(text)).toBeNull();
});

test('the last weight cannot be taken away', () => {
  const state = { p: [0, 2, 0, 0], q: [1, 1, 1, 1] };
  expect(withWeight(state, 'p', 1, 0)).toBe(state);
  expect(withWeight(state, 'q', 1, 0).q).toEqual([1, 0, 1, 1]);
});

test.each([
  [[5, 5, 0, 0], 0, 0.5, 5],
  [[5, 5, 0, 0], 0, 0, 0],
  [[5, 5, 0, 0], 2, 0.23, 3],
  [[5, 1, 0, 0], 1, 1, 10],
  [[5, 0, 0, 0], 0, 0.4, 0],
])('with %j, bin %d dragged to %d takes weight %d', (weights, k, share, expected) => {
  expect(weightFor(weights, k, share)).toBe(expected);
});
