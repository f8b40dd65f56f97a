import { expect, test } from 'vitest';
import { labInitial, labUrl } from './config';

test('settings survive the way through the address', () => {
  const state = { on: ['penalty', 'batchNorm'] as const, seed: 7 };
  expect(labUrl.format(state)).toBe('wb;7');
  expect(labUrl.parse('wb;7')).toEqual(state);
  expect(labUrl.parse(labUrl.format(labInitial))).toEqual(labInitial);
});

test.each(['', 'x;1', 'wd;0', 'wd;100', 'wd;1.5', ';1'])('nonsense in the address is not taken: %s', (text) => {
  expect(labUrl.parse(text)).toBeNull();
});
