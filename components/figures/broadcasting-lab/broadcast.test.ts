import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { alignShapes, broadcastShape, readThrough } from './broadcast';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** Every shape of rank 0 to 3 with extents 1 to 3. */
const shapes = [0, 1, 2, 3].flatMap((rank) =>
  Array.from({ length: 3 ** rank }, (_, n) =>
    Array.from({ length: rank }, (_, axis) => 1 + (Math.floor(n / 3 ** axis) % 3)),
  ),
);

const sumInTfjs = (a: number[], b: number[]) => {
  try {
    return tf.add(tf.ones(a), tf.ones(b)).shape;
  } catch {
    return null;
  }
};

test('the shape of a sum is the tensor library’s for all 1,600 pairs of small shapes', () => {
  expect(shapes).toHaveLength(40);
  for (const a of shapes) for (const b of shapes) expect([a, b, broadcastShape(a, b)]).toEqual([a, b, sumInTfjs(a, b)]);
});

test.each([
  [
    [4, 1],
    [4, 3],
  ],
  [[3], [2, 4, 3]],
  [[], [2, 2]],
  [
    [2, 1, 3],
    [2, 4, 3],
  ],
  [
    [1, 4, 1],
    [3, 4, 2],
  ],
])('elements of %j are read through %j as tf.broadcastTo lays them out', (shape, result) => {
  const size = shape.reduce((product, extent) => product * extent, 1);
  const own = tf.reshape(tf.range(0, size), shape);
  expect(readThrough(shape, result).map(({ source }) => source)).toEqual([...tf.broadcastTo(own, result).dataSync()]);
});

test('as many elements are not repeated as the tensor has', () => {
  expect(readThrough([2, 1, 3], [2, 4, 3]).filter(({ repeated }) => !repeated)).toHaveLength(6);
  expect(readThrough([], [2, 2]).map(({ repeated }) => repeated)).toEqual([false, true, true, true]);
});

test('shapes are aligned at the last axis, and the axis that fails is told', () => {
  expect(alignShapes([4, 1], [3])).toEqual([
    { axis: -2, a: 4, b: null, result: 4 },
    { axis: -1, a: 1, b: 3, result: 3 },
  ]);
  expect(alignShapes([2, 3], [2]).map(({ axis, result }) => [axis, result])).toEqual([
    [-2, 2],
    [-1, null],
  ]);
});
