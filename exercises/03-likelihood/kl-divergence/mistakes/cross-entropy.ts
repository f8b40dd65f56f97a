import * as tf from '@tensorflow/tfjs-core';

export function klDivergence(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const logQ = tf.log(tf.where(tf.greater(p, 0), q, tf.onesLike(q)));
    return tf.neg(tf.sum(tf.mul(p, logQ), 1)) as tf.Tensor1D;
  });
}
