import { expect, test } from 'vitest';
import { type BagsState, bagsInitial, bagsUrl } from './state';

test('settings survive the way through the address', () => {
  const state: BagsState = { bags: 50, shown: 8, model: 'line', seed: 999 };
  expect(bagsUrl.parse(bagsUrl.format(state))).toEqual(state);
  expect(bagsUrl.parse(bagsUrl.format(bagsInitial))).toEqual(bagsInitial);
});

test.each(['', '0;1;tree;1', '51;1;tree;1', '3;4;tree;1', '20;9;tree;1', '8;1;forest;1', '8;1;tree;0', '8;1;tree'])(
  'nonsense in the address is not taken: "%s"',
  (text) => {
    expect(bagsUrl.parse(text)).toBeNull();
  },
);
