import { expect, test } from 'vitest';
import { curvature, descend, isFlat, leastSquares, mse, mseGradient, type Point, regimeOf } from './regression';

const LINE: Point[] = [0, 1, 2, 3, 4].map((x) => [x, 2 * x + 1]);
const NOISY: Point[] = [
  [0.3, 2],
  [1, 1.5],
  [2.5, 6],
  [3.1, 4],
];

test('the loss and the slopes of w = b = 0 are those worked out by hand', () => {
  expect(mse(LINE, [0, 0])).toBe(33);
  expect(mseGradient(LINE, [0, 0])).toEqual([-28, -10]);
  const two: Point[] = [
    [1, 2],
    [2, 4],
  ];
  expect(mse(two, [0, 0])).toBe(10);
  expect(mseGradient(two, [0, 0])).toEqual([-10, -6]);
});

test('the gradient agrees with central differences', () => {
  const h = 1e-5;
  const [dw, db] = mseGradient(NOISY, [0.7, -0.4]);
  expect(dw).toBeCloseTo((mse(NOISY, [0.7 + h, -0.4]) - mse(NOISY, [0.7 - h, -0.4])) / (2 * h), 7);
  expect(db).toBeCloseTo((mse(NOISY, [0.7, -0.4 + h]) - mse(NOISY, [0.7, -0.4 - h])) / (2 * h), 7);
});

test('x = 0…4 has λmax 13.403 and λmin 0.597, numpy’s eigenvalues of [[12, 4], [4, 2]]', () => {
  const { steep, flat, angle } = curvature(LINE);
  expect(steep).toBeCloseTo(13.403124, 6);
  expect(flat).toBeCloseTo(0.596876, 6);
  expect(2 / steep).toBeCloseTo(0.149219, 6);
  // Along the steep direction (cos, sin) the matrix only stretches.
  expect(12 * Math.cos(angle) + 4 * Math.sin(angle)).toBeCloseTo(steep * Math.cos(angle), 9);
  expect(4 * Math.cos(angle) + 2 * Math.sin(angle)).toBeCloseTo(steep * Math.sin(angle), 9);
});

test.each([-2, 0, 3])('all x equal to %d: one direction is flat and the best line is not unique', (x) => {
  const points: Point[] = [
    [x, 1],
    [x, 3],
  ];
  expect(curvature(points)).toMatchObject({ steep: 2 * (x * x + 1), flat: 0 });
  const { best, unique } = leastSquares(points);
  expect(unique).toBe(false);
  expect(isFlat(mseGradient(points, best), 1e-12)).toBe(true);
});

test('the least-squares line has no slope left, and no smaller loss is near', () => {
  const { best, unique } = leastSquares(NOISY);
  expect(unique).toBe(true);
  expect(isFlat(mseGradient(NOISY, best), 1e-12)).toBe(true);
  for (const [dw, db] of [
    [0.01, 0],
    [-0.01, 0],
    [0, 0.01],
    [0, -0.01],
  ] as const) {
    expect(mse(NOISY, [best[0] + dw, best[1] + db])).toBeGreaterThan(mse(NOISY, best));
  }
});

test('one step of η = 0.1 uses both old slopes: (2.8, 1)', () => {
  const [, after] = descend(LINE, [0, 0], 0.1, 1);
  expect(after?.[0]).toBeCloseTo(2.8, 12);
  expect(after?.[1]).toBeCloseTo(1, 12);
});

test('η just below 2/λmax comes to rest at (2, 1), just above runs away', () => {
  const below = descend(LINE, [0, 0], 0.148, 5000).at(-1) ?? [0, 0];
  expect(below[0]).toBeCloseTo(2, 6);
  expect(below[1]).toBeCloseTo(1, 6);
  expect(mse(LINE, descend(LINE, [0, 0], 0.151, 500).at(-1) ?? [0, 0])).toBeGreaterThan(1e6);
});

test('the steep component flips its sign between 1/λ and 2/λ', () => {
  const { steep } = curvature(LINE);
  expect(regimeOf(0.07, steep)).toBe('smooth');
  expect(regimeOf(0.08, steep)).toBe('zigzag');
  expect(regimeOf(0.15, steep)).toBe('diverging');
});
