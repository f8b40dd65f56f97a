import * as tf from '@tensorflow/tfjs-core';

export function linearGrads(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, b: tf.Scalar) {
  return tf.tidy(() => {
    const error = tf.sub(tf.add(tf.dot(x, w), b), y) as tf.Tensor1D;
    return { dw: tf.mul(tf.dot(tf.transpose(x), error), 2), db: tf.mul(tf.sum(error), 2) };
  });
}
