import { expect, test } from 'vitest';
import { ACTIVATIONS, boundaryInitial, boundaryUrl, SAMPLED } from './config';
import { makeData } from './datasets';
import { initialLayers, logitsAt } from './net';
import { EXTENT, gridPoints, isAffine, leanPaths, zeroContour } from './plane';

const at = (f: (x: number, y: number) => number, cells: number) => {
  const points = gridPoints(cells);
  return Float32Array.from({ length: cells * cells }, (_, i) =>
    f(points[2 * i] as number, points[2 * i + 1] as number),
  );
};

test('the grid starts at the top left and ends at the bottom right', () => {
  const points = gridPoints(3);
  expect(points[0]).toBeCloseTo(-EXTENT * (2 / 3));
  expect(points[1]).toBeCloseTo(EXTENT * (2 / 3));
  expect(points.at(-1)).toBeCloseTo(-EXTENT * (2 / 3));
});

test('x = 0 is a vertical contour through the middle', () => {
  const xs = [
    ...zeroContour(
      at((x) => x, 10),
      10,
    ).matchAll(/[ML]([\d.]+) /g),
  ].map((match) => Number(match[1]));
  expect(xs).toHaveLength(18);
  expect(new Set(xs)).toEqual(new Set([5]));
});

test('a grid of one sign has no contour', () => {
  expect(
    zeroContour(
      at(() => 1, 5),
      5,
    ),
  ).toBe('');
});

test('the runs of all levels cover every cell once', () => {
  const paths = leanPaths(
    at((x, y) => 4 * x * y, 16),
    16,
  );
  const area = paths.flatMap(({ path }) => [...path.matchAll(/h(\d+)v/g)]).reduce((sum, m) => sum + Number(m[1]), 0);
  expect(area).toBe(256);
  expect(paths.length).toBeGreaterThan(4);
});

test('an affine function is told from a bent one', () => {
  expect(
    isAffine(
      at((x, y) => 3 * x - 2 * y + 0.5, 12),
      12,
    ),
  ).toBe(true);
  expect(
    isAffine(
      at((x, y) => 3 * x + 0.1 * y * y, 12),
      12,
    ),
  ).toBe(false);
  expect(
    isAffine(
      at((x) => Math.max(x, 0), 12),
      12,
    ),
  ).toBe(false);
});

test.each(ACTIVATIONS)('an untrained net with %s gives finite logits, affine for identity alone', (activation) => {
  const config = { ...boundaryInitial, depth: 2, activation };
  const logits = logitsAt(initialLayers(config), activation, gridPoints(12));
  expect(logits.every(Number.isFinite)).toBe(true);
  expect(isAffine(logits, 12)).toBe(activation === 'identity');
});

test.each(SAMPLED)('%s has two classes of equal size, inside the drawing, and repeats with its seed', (name) => {
  const { points, labels } = makeData(name, 3);
  expect(labels.reduce((sum, label) => sum + label, 0)).toBe(labels.length / 2);
  expect(Math.max(...points.map(Math.abs))).toBeLessThan(EXTENT);
  expect(makeData(name, 3).points).toEqual(points);
  expect(makeData(name, 4).points).not.toEqual(points);
});

test('settings survive the way through the address, and nonsense does not', () => {
  const config = {
    dataset: 'spirals',
    depth: 3,
    width: 16,
    activation: 'relu',
    rate: 0.03,
    seed: 42,
    own: '',
  } as const;
  expect(boundaryUrl.parse(boundaryUrl.format(config))).toEqual(config);
  for (const text of [
    '',
    'xor',
    'xor;9;8;tanh;0.3;1',
    'xor;1;8;tanh;0.31;1',
    'xor;1;8;step;0.3;1',
    'moon;1;8;tanh;0.3;1',
    'own;1;8;tanh;0.3;1;0',
  ]) {
    expect(boundaryUrl.parse(text)).toBeNull();
  }
});
