import * as tf from '@tensorflow/tfjs-core';

export function logSumExp(z: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const m = tf.max(z, 1, true);
    return tf.add(tf.squeeze(m, [1]), tf.log(tf.mean(tf.exp(tf.sub(z, m)), 1)));
  });
}
