import { expect, test } from 'vitest';
import { type KFoldState, kfoldInitial, kfoldUrl } from './state';

test('settings survive the way through the address', () => {
  const state: KFoldState = { k: 40, stratified: true, leak: 'selection', drawing: 20 };
  expect(kfoldUrl.parse(kfoldUrl.format(state))).toEqual(state);
  expect(kfoldUrl.parse(kfoldUrl.format(kfoldInitial))).toEqual(kfoldInitial);
});

test.each(['', '1;shuffled;none;1', '41;shuffled;none;1', '5;sorted;none;1', '5;shuffled;all;1', '5;shuffled;none;21'])(
  'nonsense in the address is not taken: "%s"',
  (text) => {
    expect(kfoldUrl.parse(text)).toBeNull();
  },
);
