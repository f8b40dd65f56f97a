import * as tf from '@tensorflow/tfjs-core';

export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  return tf.tidy(() => tf.matMul(x, w));
}
