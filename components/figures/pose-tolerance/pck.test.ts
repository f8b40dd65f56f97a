import { expect, test } from 'vitest';
import { type Point, pck, pckCurve } from './pck';

const TRUTH: Point[] = [
  [0, 0],
  [10, 0],
  [0, 10],
];
const PRED: Point[] = [
  [3, 4],
  [10, 0],
  [0, 30],
];
const ALL = [true, true, true];

test('a joint exactly α·r away is right, and one a hair further is not', () => {
  expect(pck([PRED], [TRUTH], [ALL], [10], 0.5)).toEqual({ perJoint: [1, 1, 0], mean: 2 / 3 });
  expect(pck([PRED], [TRUTH], [ALL], [10], 0.499).mean).toBe(1 / 3);
});

test('distance is Euclidean: (3, 4) is 5 away, not 7', () => {
  expect(pck([PRED], [TRUTH], [ALL], [1], 5).perJoint[0]).toBe(1);
});

test('an invisible joint is neither right nor wrong, and NaN where nobody shows it', () => {
  expect(pck([PRED], [TRUTH], [[true, true, false]], [10], 0.5)).toEqual({ perJoint: [1, 1, Number.NaN], mean: 1 });
  expect(pck([PRED], [TRUTH], [[false, false, false]], [10], 0.5).mean).toBeNaN();
});

test('each person has a length of its own, and the mean is over all visible joints', () => {
  const both = pck([PRED, PRED], [TRUTH, TRUTH], [ALL, [true, false, false]], [10, 100], 0.05);
  expect(both.perJoint).toEqual([0.5, 1, 0]);
  expect(both.mean).toBe(2 / 4);
});

test('person, errors and reference length scaled alike change nothing; PCK never falls with α', () => {
  const scaled = (points: readonly Point[]) => points.map(([x, y]): Point => [3 * x, 3 * y]);
  const alphas = Array.from({ length: 41 }, (_, i) => i / 16);
  const shares = alphas.map((alpha) => pck([PRED], [TRUTH], [ALL], [10], alpha).mean);
  expect(alphas.map((alpha) => pck([scaled(PRED)], [scaled(TRUTH)], [ALL], [30], alpha).mean)).toEqual(shares);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('the curve is a staircase with a step at each distance, and ends at the largest α', () => {
  expect(pckCurve([0.5, 0, 2], 1)).toEqual([
    [0, 0],
    [0, 0],
    [0, 1 / 3],
    [0.5, 1 / 3],
    [0.5, 2 / 3],
    [1, 2 / 3],
  ]);
});
