import * as tf from '@tensorflow/tfjs-core';

/** The loss whose automatic gradient judges the hand-written one: x: [N, D], y: [N], w: [D], b: []. */
export function linearMse(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, b: tf.Scalar): tf.Scalar {
  return tf.tidy(() => tf.mean(tf.square(tf.sub(tf.add(tf.sum(tf.mul(x, w), 1), b), y))));
}
