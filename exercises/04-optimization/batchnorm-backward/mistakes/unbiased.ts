import * as tf from '@tensorflow/tfjs-core';

export function batchNormBackward(dy: tf.Tensor2D, x: tf.Tensor2D, gamma: tf.Tensor1D, eps = 1e-5) {
  return tf.tidy(() => {
    const rows = x.shape[0];
    const centered = tf.sub(x, tf.mean(x, 0));
    const root = tf.sqrt(tf.add(tf.div(tf.sum(tf.square(centered), 0), Math.max(1, rows - 1)), eps));
    const xhat = tf.div(centered, root);
    const dbeta = tf.sum(dy, 0);
    const dgamma = tf.sum(tf.mul(dy, xhat), 0);
    const dx = tf.mul(tf.div(gamma, tf.mul(rows, root)), tf.sub(tf.sub(tf.mul(rows, dy), dbeta), tf.mul(xhat, dgamma)));
    return { dx, dgamma, dbeta };
  });
}
