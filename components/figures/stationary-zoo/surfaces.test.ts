import { expect, test } from 'vitest';
import { roll, SURFACES, type SurfaceName } from './surfaces';

const NAMES = Object.keys(SURFACES) as SurfaceName[];

test.each(NAMES)('%s: gradient and second derivatives agree with central differences', (name) => {
  const { f, gradient, bends } = SURFACES[name];
  const [x, y, h] = [0.7, -0.4, 1e-4];
  const [dx, dy] = gradient(x, y);
  expect(dx).toBeCloseTo((f(x + h, y) - f(x - h, y)) / (2 * h), 6);
  expect(dy).toBeCloseTo((f(x, y + h) - f(x, y - h)) / (2 * h), 6);
  expect(bends(x)[0]).toBeCloseTo((f(x + h, y) - 2 * f(x, y) + f(x - h, y)) / h ** 2, 5);
});

test.each(NAMES)('%s: at 0 the slope is 0, and a ball put there does not move', (name) => {
  expect(Math.max(...SURFACES[name].gradient(0, 0).map(Math.abs))).toBe(0);
  expect(roll(name, [0, 0], 100)).toEqual({ path: [[0, 0]], end: 'rest' });
});

test('in the valley each step keeps 1 − 2η = 0.8 of the distance', () => {
  const { path, end } = roll('minimum', [1, 0], 3);
  expect(path.map(([x]) => +x.toFixed(6))).toEqual([1, 0.8, 0.64, 0.512]);
  expect(end).toBe('rolling');
  expect(roll('minimum', [1, 0], 400)).toMatchObject({ end: 'rest' });
});

test.each([
  ['maximum', [0.05, 0], 'gone'],
  ['inflection', [1, 0], 'rest'],
  ['inflection', [-0.1, 0], 'gone'],
  ['saddle', [1.2, 0], 'rest'],
  ['saddle', [1.2, 0.05], 'gone'],
] as const)('%s from %o ends: %s', (name, start, end) => {
  expect(roll(name, start, 400).end).toBe(end);
});

test('on x³ a ball from the right stops near 0, which is no minimum: a little further left is lower', () => {
  const [x] = roll('inflection', [1, 0], 400).path.at(-1) ?? [Number.NaN];
  expect(x).toBeGreaterThan(0);
  expect(x).toBeLessThan(0.02);
  expect(SURFACES.inflection.f(-0.1, 0)).toBeLessThan(SURFACES.inflection.f(x ?? 0, 0));
});
