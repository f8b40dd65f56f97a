import * as tf from '@tensorflow/tfjs-core';

export function categoricalLogLik(labels: tf.Tensor1D, z: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 1, true));
    const powers = tf.exp(shifted);
    const logs = tf.log(tf.div(powers, tf.sum(powers, 1, true)));
    const isLabel = tf.equal(tf.expandDims(labels, 1), tf.range(0, z.shape[1], 1, 'int32'));
    return tf.sum(tf.mul(logs, tf.cast(isLabel, 'float32')));
  });
}
