import { expect, test } from 'vitest';
import { curvePath, curveTop } from './curve-maths';

const frame = { length: 3, top: 2, width: 100, height: 50 };

test('points go from the left to the right, the largest at the top', () => {
  expect(curvePath([2, 1, 0], frame)).toBe('M0 0L50 25L100 50');
});

test('a curve that is still being drawn stops where it is', () => {
  expect(curvePath([2], frame)).toBe('M0 0');
  expect(curvePath([], frame)).toBe('');
});

test('what is not finite leaves a gap, what is above the top stays inside', () => {
  expect(curvePath([1, null, 4], frame)).toBe('M0 25M100 0');
  expect(curvePath([Number.NaN, 1], frame)).toBe('M50 25');
});

test('the top is the larger of both curves, whatever is not finite', () => {
  expect(curveTop([1, null, Number.POSITIVE_INFINITY], [3, 2])).toBe(3);
  expect(curveTop([], [])).toBeGreaterThan(0);
});
