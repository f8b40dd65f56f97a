import { expect, test } from 'vitest';
import { skipInitial, skipUrl } from './config';

test('settings survive the way through the address', () => {
  expect(skipUrl.parse(skipUrl.format(skipInitial))).toEqual(skipInitial);
  expect(skipUrl.format({ depth: 60, seed: 7, skip: true })).toBe('60;skip;7');
  expect(skipUrl.parse('60;skip;7')).toEqual({ depth: 60, seed: 7, skip: true });
});

test.each([
  '',
  '40',
  '40;skip',
  '0;skip;1',
  '62;skip;1',
  '7;skip;1',
  '40;on;1',
  '40;skip;0',
  '40;skip;1.5',
  '40;skip;1;2',
])('nonsense in the address is not taken: "%s"', (text) => {
  expect(skipUrl.parse(text)).toBeNull();
});
