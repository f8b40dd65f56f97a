import { expect, test } from 'vitest';
import { canRoll, zooInitial, zooUrl } from './state';

test('settings survive the way through the address', () => {
  const state = { surface: 'saddle', start: [-0.3, 0.05], steps: 12 } as const;
  expect(zooUrl.parse(zooUrl.format(state))).toEqual(state);
  expect(zooUrl.parse(zooUrl.format(zooInitial))).toEqual(zooInitial);
});

test.each(['', 'bowl;1,0;0', 'saddle;9,0;0', 'saddle;1;0', 'saddle;1,;0', 'saddle;1,0;1.5', 'saddle;1,0;9999'])(
  'nonsense in the address is not taken: %s',
  (text) => {
    expect(zooUrl.parse(text)).toBeNull();
  },
);

test('a ball that lies at rest or has left the picture goes no further', () => {
  expect(canRoll(zooInitial)).toBe(true);
  expect(canRoll({ surface: 'maximum', start: [0, 0], steps: 0 })).toBe(false);
  expect(canRoll({ surface: 'maximum', start: [0.5, 0], steps: 50 })).toBe(false);
});
