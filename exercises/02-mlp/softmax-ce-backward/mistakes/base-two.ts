import * as tf from '@tensorflow/tfjs-core';

export function softmaxCrossEntropy(z: tf.Tensor2D, t: tf.Tensor2D) {
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 1, true));
    const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
    const [rows] = z.shape;
    return {
      loss: tf.div(tf.neg(tf.sum(tf.mul(t, logs))), rows * Math.LN2),
      dz: tf.div(tf.sub(tf.exp(logs), t), rows),
    };
  });
}
