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

const turned = repeated.map((rank) => ({
  shape: extents(rank),
  perm: rank > 1 ? random.permutation(rank) : [0],
}));
const gathered = repeated.map((rank) => {
  const [shape, axis] = [extents(rank), random.integer(0, rank - 1)];
  const places = extents(random.integer(1, 2)).map((count) =>
    Array.from({ length: count }, () => random.integer(0, (shape[axis] as number) - 1)),
  );
  return { shape, axis, places: places[0] as number[], grid: places.length === 2 };
});
const summed = repeated.map((rank) => {
  const shape = extents(rank);
  return { shape, segments: Array.from({ length: shape[0] as number }, () => random.integer(-1, 4)) };
});

const convolved = ranks.flatMap(() =>
  (['same', 'valid', 1] as const).map((pad) => {
    const [n = 1, c = 1, f = 1] = extents(3);
    const [kh = 1, kw = 1] = [random.integer(1, 3), random.integer(1, 3)];
    const [height, width] = [kh + random.integer(0, 4), kw + random.integer(0, 4)];
    const strides: [number, number] = [random.integer(1, 2), random.integer(1, 2)];
    return { x: [n, height, width, c] as const, filter: [kh, kw, c, f] as const, strides, pad };
  }),
);

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
    turned: turned.map(({ shape, perm }) => plain(tf.transpose(counted(shape), perm))),
    gathered: gathered.map(({ shape, axis, places, grid }) => {
      const indices = tf.tensor1d(places, 'int32');
      return plain(tf.gather(counted(shape, 'int32'), grid ? tf.reshape(indices, [-1, 1]) : indices, axis));
    }),
    summed: summed.map(({ shape, segments }) => {
      const x = tf.div(counted(shape), 7);
      return plain(tf.unsortedSegmentSum(x, tf.tensor1d(segments, 'int32'), 4));
    }),
    convolved: convolved.map(({ x, filter, strides, pad }) => {
      const images = tf.div(counted([...x]), 7) as tf.Tensor4D;
      const y = tf.conv2d(images, tf.ones([...filter]) as tf.Tensor4D, strides, pad);
      const attributes = { strides, pad, dataFormat: 'NHWC', filterShape: [...filter] };
      return plain(
        tf.engine().runKernel('Conv2DBackpropFilter', { x: images, dy: tf.div(y, 3) }, attributes) as tf.Tensor,
      );
    }),
    infinite: plain(tf.unsortedSegmentSum(tf.tensor1d([1, Infinity]), tf.tensor1d([0, 1], 'int32'), 3)),
    inBatches: plain(tf.gather(counted([2, 3]), tf.tensor2d([2, 0, 1, 1], [2, 2], 'int32'), 1, 1)),
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

const NAMES = ['Slice', 'SplitV', 'PadV2', 'Transpose', 'GatherV2', 'UnsortedSegmentSum', 'Conv2DBackpropFilter'];
const own = new Map(NAMES.map((name) => [name, tf.getKernel(name, 'cpu').kernelFunc]));

let library: ReturnType<typeof results>;
beforeAll(async () => {
  await tf.setBackend('cpu');
  library = results();
  registerCopyKernels(tf);
});

test('what is copied or added up is to the last bit what the library gives', () => {
  expect(results()).toEqual(library);
});

test('the library still refuses a slice past an end', () => {
  expect(() => tf.slice(counted([2, 2]), [1, 0], [2, 1])).toThrow('Error in slice2D');
});

test("each kernel stands in the place of the library's own", () => {
  expect(NAMES.filter((name) => tf.getKernel(name, 'cpu').kernelFunc === own.get(name))).toEqual([]);
});
