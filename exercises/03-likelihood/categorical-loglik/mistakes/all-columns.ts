import * as tf from '@tensorflow/tfjs-core';

export function categoricalLogLik(labels: tf.Tensor1D, z: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 1, true));
    const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
    return tf.sum(logs);
  });
}
