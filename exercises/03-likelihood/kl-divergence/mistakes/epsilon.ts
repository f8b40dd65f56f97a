import * as tf from '@tensorflow/tfjs-core';

export function klDivergence(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const logP = tf.log(tf.add(p, 1e-7));
    const logQ = tf.log(tf.add(q, 1e-7));
    return tf.sum(tf.mul(p, tf.sub(logP, logQ)), 1) as tf.Tensor1D;
  });
}
