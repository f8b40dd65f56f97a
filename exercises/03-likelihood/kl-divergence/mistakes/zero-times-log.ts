import * as tf from '@tensorflow/tfjs-core';

export function klDivergence(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    return tf.sum(tf.mul(p, tf.log(tf.div(p, q))), 1) as tf.Tensor1D;
  });
}
