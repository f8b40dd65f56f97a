import * as tf from '@tensorflow/tfjs-core';

export function pixelCrossEntropy(z: tf.Tensor4D, labels: tf.Tensor3D, ignore = 255): tf.Scalar {
  const classes = z.shape[3];
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 3, true));
    const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 3, true)));
    const known = tf.where(tf.equal(labels, ignore), tf.zerosLike(labels), labels);
    const isLabel = tf.equal(tf.expandDims(known, 3), tf.range(0, classes, 1, 'int32'));
    const picked = tf.mul(logs, tf.cast(isLabel, 'float32'));
    return tf.div(tf.sum(picked), -labels.size);
  });
}
