import { expect, test } from 'vitest';
import { gaussianInitial, gaussianUrl, settle } from './state';

test('settings survive the way through the address', () => {
  expect(gaussianUrl.parse(gaussianUrl.format(gaussianInitial))).toEqual(gaussianInitial);
  expect(gaussianUrl.parse('outlier;2.5;1.7678')).toEqual({ data: 'outlier', mu: 2.5, sigma: 1.7678 });
});

test.each(['', 'spread', 'spread;;1', 'spread;3;0', 'spread;7;1', 'spread;3;x', 'constructor;3;1'])(
  'nonsense is not taken: "%s"',
  (text) => {
    expect(gaussianUrl.parse(text)).toBeNull();
  },
);

test.each([
  [2.71499, 2.71],
  [9, 6],
  [-1, 0],
])('a pointer at %d settles at %d', (value, expected) => {
  expect(settle(value, { min: 0, max: 6, step: 0.01 })).toBe(expected);
});
