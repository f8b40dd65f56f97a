import * as tf from '@tensorflow/tfjs-core';

export function logSumExp(z: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => tf.sum(tf.log(tf.exp(z)), 1));
}
