import * as tf from '@tensorflow/tfjs-core';

/** The forward pass whose automatic gradient judges the hand-written backward; inputs have no ties. */
export function maxPool(x: tf.Tensor4D, k: number, stride: number): tf.Tensor4D {
  return tf.maxPool(x, k, stride, 'valid');
}
