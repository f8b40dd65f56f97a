import * as tf from '@tensorflow/tfjs-core';

export function klDivergence(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const occurs = tf.greater(p, 0);
    const one = tf.onesLike(p);
    const logP = tf.log(tf.where(occurs, p, one));
    const logQ = tf.log(tf.where(occurs, q, one));
    return tf.div(tf.sum(tf.mul(p, tf.sub(logP, logQ)), 1), Math.LN2) as tf.Tensor1D;
  });
}
