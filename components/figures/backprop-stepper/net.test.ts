import { expect, test } from 'vitest';
import { lossOf, type Pair, type Square, sweep, W1, W2 } from './net';

const EPSILON = 1e-4;
const nudged = (w: Square, from: number, to: number, by: number): Square =>
  w.map((row, i) => row.map((value, j) => (i === from && j === to ? value + by : value))) as unknown as Square;
const slope = (f: (by: number) => number) => (f(EPSILON) - f(-EPSILON)) / (2 * EPSILON);

const entries = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

test.each([[[1, 2]], [[1, -0.5]], [[-1, 1.5]]] as const)('all slopes at %j agree with central differences', (x) => {
  const { dw1, dw2, dx } = sweep(x);
  for (const [i, j] of entries) {
    expect(dw1[i][j]).toBeCloseTo(
      slope((by) => lossOf(x, nudged(W1, i, j, by))),
      6,
    );
    expect(dw2[i][j]).toBeCloseTo(
      slope((by) => lossOf(x, W1, nudged(W2, i, j, by))),
      6,
    );
  }
  expect(dx[0]).toBeCloseTo(
    slope((by) => lossOf([x[0] + by, x[1]])),
    6,
  );
  expect(dx[1]).toBeCloseTo(
    slope((by) => lossOf([x[0], x[1] + by])),
    6,
  );
});

test('the lesson’s numbers', () => {
  const x: Pair = [1, 2];
  expect(sweep(x)).toEqual({
    x,
    a: [2, 1],
    h: [2, 1],
    z: [1, 1],
    loss: 1,
    dz: [-1, 1],
    dw2: [
      [-2, 2],
      [-1, 1],
    ],
    dh: [-0.5, 1],
    da: [-0.5, 1],
    dw1: [
      [-0.5, 1],
      [-1, 2],
    ],
    dx: [-1.5, 0.75],
  });
});

test('with the second input at 0 the second hidden unit is off and passes nothing back', () => {
  const { h, da, dw1 } = sweep([1, 0]);
  expect(h[1]).toBe(0);
  expect(da[1]).toBe(0);
  expect(dw1[0][1]).toBe(0);
});
