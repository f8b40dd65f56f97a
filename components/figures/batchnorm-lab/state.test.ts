import { expect, test } from 'vitest';
import { batchInitial, batchUrl } from './state';

test('settings survive the way through the address', () => {
  const state = { size: 2, momentum: 0.5, drift: true, step: 60 };
  expect(batchUrl.format(state)).toBe('2;0.5;drift;60');
  expect(batchUrl.parse('2;0.5;drift;60')).toEqual(state);
  expect(batchUrl.parse(batchUrl.format(batchInitial))).toEqual(batchInitial);
});

test.each(['', '3;0.1;still;20', '8;0.3;still;20', '8;0.1;slow;20', '8;0.1;still;0', '8;0.1;still;61'])(
  'nonsense in the address is not taken: %s',
  (text) => {
    expect(batchUrl.parse(text)).toBeNull();
  },
);
