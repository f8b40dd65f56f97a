import * as tf from '@tensorflow/tfjs-core';

export function linearGrads(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, b: tf.Scalar) {
  return tf.tidy(() => {
    const error = tf.sub(tf.add(tf.dot(x, w), b), y) as tf.Tensor1D;
    const n = x.shape[0];
    return { dw: tf.mul(tf.mul(tf.sum(x, 0), tf.sum(error)), 2 / n), db: tf.mul(tf.mean(error), 2) };
  });
}
