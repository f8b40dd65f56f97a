import * as tf from '@tensorflow/tfjs-core';

type Conv1x1 = (x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D) => tf.Tensor4D;

/** All pixels of all images in another order, before the convolution against after it. */
export function drive(
  { conv1x1 }: { conv1x1: Conv1x1 },
  x: tf.Tensor4D,
  w: tf.Tensor2D,
  b: tf.Tensor1D,
  order: number[],
) {
  const moved = (maps: tf.Tensor4D): tf.Tensor4D =>
    tf.reshape(tf.gather(tf.reshape(maps, [order.length, -1]), tf.tensor1d(order, 'int32')), maps.shape);
  return { 'y of the moved pixels': { actual: conv1x1(moved(x), w, b), expected: moved(conv1x1(x, w, b)) } };
}
