import { expect, test } from 'vitest';
import { capacityInitial, capacityUrl } from './state';

test('settings survive the way through the address', () => {
  expect(capacityUrl.parse(capacityUrl.format(capacityInitial))).toEqual(capacityInitial);
  const state = { degree: 15, points: 60, sigma: 0.05, sample: 999 };
  expect(capacityUrl.parse(capacityUrl.format(state))).toEqual(state);
});

test.each(['', '3', '16;20;0.3;1', '3;15;0.3;1', '3;20;0.7;1', '3;20;0.3;0', '3;20;;1', '3.5;20;0.3;1', 'a;20;0.3;1'])(
  'nonsense in the address is not taken: "%s"',
  (text) => {
    expect(capacityUrl.parse(text)).toBeNull();
  },
);
