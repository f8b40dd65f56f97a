import * as tf from '@tensorflow/tfjs-core';

export function standardize(x: tf.Tensor2D, eps = 1e-5): tf.Tensor2D {
  return tf.tidy(() => {
    const centered = tf.sub(x, tf.mean(x, 0, true));
    return tf.div(centered, tf.add(tf.sqrt(tf.mean(tf.square(centered), 0, true)), eps));
  });
}
