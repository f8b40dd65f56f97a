import * as tf from '@tensorflow/tfjs-core';

export function logSumExp(z: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => tf.log(tf.sum(tf.exp(tf.sub(z, tf.max(z, 1, true))), 1)));
}
