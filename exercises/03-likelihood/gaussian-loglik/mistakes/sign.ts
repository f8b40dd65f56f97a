import * as tf from '@tensorflow/tfjs-core';

export function gaussianLogLik(x: tf.Tensor1D, mu: tf.Scalar, logSigma: tf.Scalar): tf.Scalar {
  return tf.tidy(() => {
    const u = tf.div(tf.sub(x, mu), tf.exp(logSigma));
    const squares = tf.mul(tf.square(u), -0.5);
    return tf.neg(tf.sum(tf.sub(squares, tf.add(logSigma, 0.5 * Math.log(2 * Math.PI)))));
  });
}
