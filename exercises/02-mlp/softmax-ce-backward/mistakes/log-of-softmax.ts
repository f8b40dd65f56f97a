import * as tf from '@tensorflow/tfjs-core';

export function softmaxCrossEntropy(z: tf.Tensor2D, t: tf.Tensor2D) {
  return tf.tidy(() => {
    const terms = tf.exp(tf.sub(z, tf.max(z, 1, true)));
    const probabilities = tf.div(terms, tf.sum(terms, 1, true));
    const rows = z.shape[0];
    return {
      loss: tf.div(tf.neg(tf.sum(tf.mul(t, tf.log(probabilities)))), rows),
      dz: tf.div(tf.sub(probabilities, t), rows),
    };
  });
}
