import * as tf from '@tensorflow/tfjs-core';

export function pixelCrossEntropy(z: tf.Tensor4D, labels: tf.Tensor3D, ignore = 255): tf.Scalar {
  const classes = z.shape[3];
  const counted = labels.dataSync().filter((label) => label !== ignore).length;
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 3, true));
    const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 3, true)));
    const isLabel = tf.equal(tf.expandDims(labels, 3), tf.range(0, classes, 1, 'int32'));
    const counts = tf.expandDims(tf.notEqual(labels, ignore), 3);
    const picked = tf.mul(logs, tf.cast(tf.logicalAnd(isLabel, counts), 'float32'));
    return tf.div(tf.sum(picked), -counted);
  });
}
