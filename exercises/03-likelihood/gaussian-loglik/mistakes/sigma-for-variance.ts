import * as tf from '@tensorflow/tfjs-core';

export function gaussianLogLik(x: tf.Tensor1D, mu: tf.Scalar, logSigma: tf.Scalar): tf.Scalar {
  return tf.tidy(() => {
    const halves = tf.div(tf.square(tf.sub(x, mu)), tf.mul(tf.exp(logSigma), -2));
    return tf.sum(tf.sub(halves, tf.add(logSigma, 0.5 * Math.log(2 * Math.PI))));
  });
}
