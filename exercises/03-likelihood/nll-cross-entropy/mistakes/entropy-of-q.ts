import * as tf from '@tensorflow/tfjs-core';

export function nllReport(t: tf.Tensor2D, z: tf.Tensor2D) {
  return tf.tidy(() => {
    const rows = z.shape[0];
    const shifted = tf.sub(z, tf.max(z, 1, true));
    const logQ = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
    const logT = tf.log(tf.where(tf.greater(t, 0), t, tf.onesLike(t)));
    const nll = tf.neg(tf.sum(tf.mul(t, logQ)));
    return {
      crossEntropy: tf.div(nll, rows),
      entropy: tf.div(tf.neg(tf.sum(tf.mul(tf.exp(logQ), logQ))), rows),
      kl: tf.div(tf.sum(tf.mul(t, tf.sub(logT, logQ))), rows),
      nll,
    };
  });
}
