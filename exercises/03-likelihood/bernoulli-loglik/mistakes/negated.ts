import * as tf from '@tensorflow/tfjs-core';

export function bernoulliLogLik(y: tf.Tensor1D, z: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    const softplus = tf.add(tf.relu(z), tf.log1p(tf.exp(tf.neg(tf.abs(z)))));
    return tf.sum(tf.sub(softplus, tf.mul(y, z)));
  });
}
