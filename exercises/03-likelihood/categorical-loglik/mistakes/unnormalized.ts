import * as tf from '@tensorflow/tfjs-core';

export function categoricalLogLik(labels: tf.Tensor1D, z: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => {
    const isLabel = tf.equal(tf.expandDims(labels, 1), tf.range(0, z.shape[1], 1, 'int32'));
    return tf.sum(tf.mul(z, tf.cast(isLabel, 'float32')));
  });
}
