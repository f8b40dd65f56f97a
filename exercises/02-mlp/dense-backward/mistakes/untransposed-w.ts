import * as tf from '@tensorflow/tfjs-core';

export function denseBackward(dy: tf.Tensor2D, x: tf.Tensor2D, w: tf.Tensor2D) {
  return tf.tidy(() => ({
    dx: tf.matMul(dy, w),
    dw: tf.matMul(x, dy, true, false),
    db: tf.sum(dy, 0),
  }));
}
