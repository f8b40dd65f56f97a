import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../random';
import { registerCopyKernels } from './copy-kernels';

const random = createRandom(5);
const extents = (rank: number) => Array.from({ length: rank }, () => random.integer(1, 4));
const ranks = [1, 2, 3, 4, 5, 6];
const repeated = ranks.flatMap((rank) => Array.from({ length: 20 }, () => rank));

const boxes = repeated.map((rank) => {
  const shape = extents(rank);
  const begin = shape.map((length) => random.integer(0, length - 1));
  const size = shape.map((length, at) => random.integer(1, length - (begin[at] as number)));
  return { shape, begin, size };
});
const paddings = repeated.map((rank) => ({
  shape: extents(rank),
  around: Array.from({ length: rank }, (): [number, number] => [random.integer(0, 2), random.integer(0, 2)]),
  value: random.integer(0, 1),
}));
const splits = repeated.map((rank) => {
  const axis = random.integer(0, rank - 1);
  const sizes = extents(3);
  const shape = extents(rank).map((length, at) => (at === axis ? sizes.reduce((sum, size) => sum + size, 0) : length));
  return { shape, sizes, axis };
});

/** 1, 2, 3, … in this shape. */
const counted = (shape: number[], dtype: 'float32' | 'int32' = 'float32') =>
  tf.tensor(
    Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => i + 1),
    shape,
    dtype,
  );
const plain = (x: tf.Tensor) => ({ shape: x.shape, dtype: x.dtype, values: [...x.dataSync()] });

/** Everything below with the kernels that are registered now. */
const results = () =>
  tf.tidy(() => ({
    slices: boxes.map(({ shape, begin, size }) => plain(tf.slice(counted(shape), begin, size))),
    padded: paddings.map(({ shape, around, value }) => plain(tf.pad(counted(shape, 'int32'), around, value))),
    splits: splits.map(({ shape, sizes, axis }) => tf.split(counted(shape), sizes, axis).map(plain)),
    strings: plain(tf.slice(tf.tensor2d(['a', 'b', 'c', 'd'], [2, 2]), [0, 1], [2, 1])),
    bools: plain(tf.slice(tf.tensor2d([true, false, false, true], [2, 2], 'bool'), [0, 1], [2, 1])),
    empty: plain(tf.slice(counted([3, 2]), [1, 1], [2, 0])),
    paddedEmpty: plain(
      tf.pad(tf.zeros([0, 2]), [
        [1, 1],
        [0, 1],
      ]),
    ),
    rest: plain(tf.slice(counted([4, 5]), [1, 2], [-1, -1])),
  }));

const NAMES = ['Slice', 'SplitV', 'PadV2'];
const own = new Map(NAMES.map((name) => [name, tf.getKernel(name, 'cpu').kernelFunc]));

let library: ReturnType<typeof results>;
beforeAll(async () => {
  await tf.setBackend('cpu');
  library = results();
  registerCopyKernels(tf);
});

test('slices, pads and splits are to the last bit those of the library', () => {
  expect(results()).toEqual(library);
});

test('the library still refuses a slice past an end', () => {
  expect(() => tf.slice(counted([2, 2]), [1, 0], [2, 1])).toThrow('Error in slice2D');
});

test("each of the three stands in the place of the library's own", () => {
  expect(NAMES.map((name) => tf.getKernel(name, 'cpu').kernelFunc === own.get(name))).toEqual([false, false, false]);
});
