import { expect, test } from 'vitest';
import { underflowInitial, underflowUrl } from './state';

test('settings survive the way through the address', () => {
  expect(underflowUrl.parse(underflowUrl.format(underflowInitial))).toEqual(underflowInitial);
  expect(underflowUrl.parse('0.7;300')).toEqual({ p: 0.7, n: 300 });
});

test.each(['', '0.5', '0.5;', ';40', '1;40', '0;40', '0.5;301', '0.5;1.5', 'x;40'])(
  'nonsense is not taken: "%s"',
  (text) => {
    expect(underflowUrl.parse(text)).toBeNull();
  },
);
