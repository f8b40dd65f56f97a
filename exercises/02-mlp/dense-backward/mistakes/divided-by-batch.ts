import * as tf from '@tensorflow/tfjs-core';

export function denseBackward(dy: tf.Tensor2D, x: tf.Tensor2D, w: tf.Tensor2D) {
  return tf.tidy(() => ({
    dx: tf.div(tf.matMul(dy, w, false, true), x.shape[0]),
    dw: tf.div(tf.matMul(x, dy, true, false), x.shape[0]),
    db: tf.div(tf.sum(dy, 0), x.shape[0]),
  }));
}
