import * as tf from '@tensorflow/tfjs-core';

export function bernoulliLogLik(y: tf.Tensor1D, z: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    const p = tf.div(1, tf.add(1, tf.exp(tf.neg(z))));
    return tf.sum(tf.add(tf.mul(y, tf.log(p)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, p)))));
  });
}
