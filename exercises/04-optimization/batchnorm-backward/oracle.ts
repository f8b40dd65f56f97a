import * as tf from '@tensorflow/tfjs-core';

/** The forward pass in training, whose automatic gradient judges the hand-written backward. */
export function batchNorm(x: tf.Tensor2D, gamma: tf.Tensor1D, beta: tf.Tensor1D, eps = 1e-5): tf.Tensor2D {
  return tf.tidy(() => {
    const centered = tf.sub(x, tf.mean(x, 0));
    const variance = tf.mean(tf.square(centered), 0);
    return tf.add(tf.mul(gamma, tf.div(centered, tf.sqrt(tf.add(variance, eps)))), beta);
  });
}
