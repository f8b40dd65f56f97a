import * as tf from '@tensorflow/tfjs-core';

export function logSumExp(z: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const m = tf.max(z, 0, true);
    return tf.add(tf.squeeze(m, [0]), tf.log(tf.sum(tf.exp(tf.sub(z, m)), 0)));
  });
}
