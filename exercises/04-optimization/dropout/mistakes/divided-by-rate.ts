import * as tf from '@tensorflow/tfjs-core';

export function dropout(x: tf.Tensor2D, rate: number, training: boolean, rng: () => number) {
  return tf.tidy(() => {
    if (!training || rate === 0) return { y: tf.mul(x, 1), mask: tf.fill(x.shape, 1) };
    const values = Array.from({ length: x.size }, () => (rng() >= rate ? 1 / rate : 0));
    const mask = tf.tensor2d(values, x.shape);
    return { y: tf.mul(x, mask), mask };
  });
}

export function dropoutBackward(dy: tf.Tensor2D, mask: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(dy, mask);
}
