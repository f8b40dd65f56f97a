import { expect, test } from 'vitest';
import { clampStart, onSurface, raceInitial, raceUrl } from './state';

test('settings survive the way through the address', () => {
  const state = { ...onSurface(raceInitial, 'beale'), momentum: 0.5, step: 120, shown: ['sgd', 'adam'] as const };
  expect(raceUrl.format(state)).toBe('beale;30;0.005;0.05;0.5;0.1;1;1.5;120;sa');
  expect(raceUrl.parse(raceUrl.format(state))).toEqual(state);
  expect(raceUrl.parse(raceUrl.format(raceInitial))).toEqual(raceInitial);
});

test.each([
  '',
  'plain;30;0.02;0.1;0.9;0.1;-1.6;0.9;40;s',
  'ellipse;300;0.02;0.1;0.9;0.1;-1.6;0.9;40;s',
  'ellipse;30;0.03;0.1;0.9;0.1;-1.6;0.9;40;s',
  'ellipse;30;0.02;0.1;1;0.1;-1.6;0.9;40;s',
  'ellipse;30;0.02;0.1;0.9;0.1;;0.9;40;s',
  'ellipse;30;0.02;0.1;0.9;0.1;-1.6;0.9;400;s',
  'ellipse;30;0.02;0.1;0.9;0.1;-1.6;0.9;40;xyz',
])('nonsense in the address is not taken: %s', (text) => {
  expect(raceUrl.parse(text)).toBeNull();
});

test('a start outside the square is brought to its edge', () => {
  expect(clampStart(raceInitial, [-5, 0.123])).toEqual([-2, 0.12]);
});
