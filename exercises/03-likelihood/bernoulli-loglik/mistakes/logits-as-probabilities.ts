import * as tf from '@tensorflow/tfjs-core';

export function bernoulliLogLik(y: tf.Tensor1D, z: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    return tf.sum(tf.add(tf.mul(y, tf.log(z)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, z)))));
  });
}
