import * as tf from '@tensorflow/tfjs-core';

export function standardize(x: tf.Tensor2D, eps = 1e-5): tf.Tensor2D {
  return tf.tidy(() => {
    const centered = tf.sub(x, tf.mean(x, 0, true));
    const variance = tf.div(tf.sum(tf.square(centered), 0, true), Math.max(1, x.shape[0] - 1));
    return tf.div(centered, tf.sqrt(tf.add(variance, eps)));
  });
}
