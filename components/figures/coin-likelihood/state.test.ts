import { expect, test } from 'vitest';
import { coinInitial, coinUrl } from './state';

test('settings survive the way through the address', () => {
  expect(coinUrl.parse(coinUrl.format(coinInitial))).toEqual(coinInitial);
  expect(coinUrl.parse('3;0;10;column')).toEqual({ n: 3, k: 0, tenths: 10, reading: 'column' });
});

test.each(['', '10;7;5', '10;11;5;row', '0;0;5;row', '11;1;5;row', '10;7;2.5;row', '10;;5;row', '10;7;5;both'])(
  'nonsense is not taken: "%s"',
  (text) => {
    expect(coinUrl.parse(text)).toBeNull();
  },
);
