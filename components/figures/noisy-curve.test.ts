import { expect, test } from 'vitest';
import { curvePath, GRID, meanOverX, noisySample, PLOT, spaced, stepPath, truth } from './noisy-curve';

test('the mean over x is the integral over [−1, 1] divided by 2', () => {
  // ∫ sin²(4x + 0.7) dx / 2 = ½ − sin(8)·cos(1.4) / 16, by hand.
  const mean = meanOverX((j) => truth(GRID[j] as number) ** 2);
  expect(mean).toBeCloseTo(0.5 - (Math.sin(8) * Math.cos(1.4)) / 16, 4);
});

test('noise has the standard deviation asked for, and the same draws for each of them', () => {
  const xs = spaced(5000);
  const noise = noisySample(xs, 0.3, 4).map((y, i) => y - truth(xs[i] as number));
  expect(Math.sqrt(noise.reduce((sum, e) => sum + e * e, 0) / 5000)).toBeCloseTo(0.3, 2);
  const twice = noisySample(xs, 0.6, 4).map((y, i) => y - truth(xs[i] as number));
  expect(twice[17]).toBeCloseTo(2 * (noise[17] as number), 12);
  expect(noisySample(xs, 0.3, 5)[0]).not.toBe(noisySample(xs, 0.3, 4)[0]);
});

test('a path starts at the left, ends at the right, and is bounded', () => {
  const [x, y, ...moves] = (curvePath(GRID.map(() => 1e9)).match(/-?\d+/g) ?? []).map(Number);
  expect([x, y]).toEqual([0, -PLOT.height / 2]);
  expect(moves.filter((_, i) => i % 2 === 0).reduce((sum, dx) => sum + dx, 0)).toBe(PLOT.width);
  expect(moves.filter((_, i) => i % 2 === 1).every((dy) => dy === 0)).toBe(true);
});

test('a step is drawn upright at its place', () => {
  expect(stepPath(GRID.map((x) => (x < 0 ? 0 : 1.1)))).toBe('M0 120H179V60H360');
  expect(stepPath(GRID.map(() => 0))).toBe('M0 120H360');
});
