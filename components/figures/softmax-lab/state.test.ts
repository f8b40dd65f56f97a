import { expect, test } from 'vitest';
import { softmaxInitial, softmaxUrl } from './state';

test('settings survive the way through the address', () => {
  const state = { logits: [4.5, -5, 0, 0.1], shift: 90, temperature: 0.5, naive: false };
  expect(softmaxUrl.parse(softmaxUrl.format(state))).toEqual(state);
  expect(softmaxUrl.parse(softmaxUrl.format(softmaxInitial))).toEqual(softmaxInitial);
});

test.each(['', '1,2;0;1;naive', '1,2,3,99;0;1;naive', '1,2,3,4;0;0;naive', '1,2,3,4;0;1;fast', 'a,b,c,d;0;1;naive'])(
  'nonsense in the address is not taken: %s',
  (text) => {
    expect(softmaxUrl.parse(text)).toBeNull();
  },
);
