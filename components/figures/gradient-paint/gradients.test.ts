import { expect, test } from 'vitest';
import { outSide } from '../conv-stepper/geometry';
import {
  argmaxOf,
  convForward,
  convInputShares,
  gradientOf,
  imageOf,
  kernelOf,
  maxInputShares,
  weightShares,
} from './gradients';

const geometry = (n: number, k: number, s = 1) => ({ n, k, s, p: 0, d: 1 });
const upstream = (count: number) => Array.from({ length: count }, (_, i) => ((i * 3) % 5) - 2);
const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const H = 1e-4;

const SIZES = [
  [5, 3, 1],
  [5, 3, 2],
  [6, 3, 2],
  [6, 2, 2],
  [4, 2, 3],
] as const;

test.each(SIZES)('convolution, n %i, k %i, stride %i: dX and dW agree with central differences', (n, k, s) => {
  const g = geometry(n, k, s);
  const [x, w, dy] = [imageOf(n), kernelOf(k), upstream(outSide(g) ** 2)];
  const loss = (image: number[], kernel: number[]) =>
    convForward(g, image, kernel).reduce((sum, y, i) => sum + y * (dy[i] as number), 0);
  const nudged = (values: number[], at: number, by: number) => values.map((v, i) => (i === at ? v + by : v));
  for (const pixel of range(n * n)) {
    const slope = (loss(nudged(x, pixel, H), w) - loss(nudged(x, pixel, -H), w)) / (2 * H);
    expect(gradientOf(convInputShares(g, w, pixel), dy)).toBeCloseTo(slope, 6);
  }
  for (const tap of range(k * k)) {
    const slope = (loss(x, nudged(w, tap, H)) - loss(x, nudged(w, tap, -H))) / (2 * H);
    expect(gradientOf(weightShares(g, x, tap), dy)).toBeCloseTo(slope, 6);
  }
});

test.each(SIZES)('max pooling, n %i, k %i, stride %i: agrees with central differences away from ties', (n, k, s) => {
  const g = geometry(n, k, s);
  const x = imageOf(n).map((value, i) => value + 0.01 * ((i * 7) % 36));
  const dy = upstream(outSide(g) ** 2);
  const loss = (image: number[]) =>
    argmaxOf(g, image).reduce((sum, pixel, out) => sum + (image[pixel] as number) * (dy[out] as number), 0);
  for (const pixel of range(n * n)) {
    const up = loss(x.map((v, i) => (i === pixel ? v + H : v)));
    const down = loss(x.map((v, i) => (i === pixel ? v - H : v)));
    expect(gradientOf(maxInputShares(g, x, pixel), dy)).toBeCloseTo((up - down) / (2 * H), 6);
  }
});

test('of equal maxima the first in row-major order gets all', () => {
  const g = geometry(2, 2);
  expect(argmaxOf(g, [0, 0, 0, 0])).toEqual([0]);
  expect(argmaxOf(g, [0, 1, 1, 0])).toEqual([1]);
  expect(range(4).map((pixel) => gradientOf(maxInputShares(g, [0, 1, 1, 0], pixel), [2]))).toEqual([0, 2, 0, 0]);
});

test('overlapping windows add up at a shared maximum, and nothing is lost', () => {
  const g = geometry(5, 3, 2);
  const x = range(25).map((i) => (i === 12 ? 9 : 0));
  const dx = range(25).map((pixel) => gradientOf(maxInputShares(g, x, pixel), [1, 1, 1, 1]));
  expect(dx[12]).toBe(4);
  expect(dx.reduce((sum, value) => sum + value, 0)).toBe(4);
});

test('rows that no window reads get 0', () => {
  const g = geometry(6, 3, 2);
  for (const pixel of [5, 30, 35]) expect(convInputShares(g, kernelOf(3), pixel)).toEqual([]);
});

test.each([4, 5, 6])('the image of side %i has a tie in some 3×3 window', (n) => {
  const g = geometry(n, 3);
  const x = imageOf(n);
  const first = argmaxOf(g, x);
  // The last of equals: the first, seen from the other end.
  const turned = argmaxOf(g, x.toReversed())
    .toReversed()
    .map((pixel) => n * n - 1 - pixel);
  expect(turned).not.toEqual(first);
});
