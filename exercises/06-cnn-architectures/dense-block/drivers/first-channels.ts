import * as tf from '@tensorflow/tfjs-core';

type DenseBlock = (x: tf.Tensor4D, layers: unknown[]) => tf.Tensor4D;

/** As many channels of the result, from the first, as x has. */
export function drive({ denseBlock }: { denseBlock: DenseBlock }, x: tf.Tensor4D, layers: unknown[]) {
  return tf.slice(denseBlock(x, layers), [0, 0, 0, 0], x.shape);
}
