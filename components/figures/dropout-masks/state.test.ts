import { expect, test } from 'vitest';
import { masksInitial, masksUrl } from './state';

test('settings survive the way through the address', () => {
  const state = { rate: 0.35, step: 40, scaled: false, training: false };
  expect(masksUrl.parse(masksUrl.format(state))).toEqual(state);
  expect(masksUrl.parse(masksUrl.format(masksInitial))).toEqual(masksInitial);
});

test.each(['', ';1;scaled;train', '1;1;scaled;train', '0.5;0;scaled;train', '0.5;1;half;train', '0.5;1;scaled;test'])(
  'nonsense in the address is not taken: %s',
  (text) => {
    expect(masksUrl.parse(text)).toBeNull();
  },
);
