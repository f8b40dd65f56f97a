import * as tf from '@tensorflow/tfjs-core';

export function smoothLabels(labels: tf.Tensor1D, K: number, eps: number): tf.Tensor {
  return tf.tidy(() => {
    const oneHot = tf.oneHot(labels, K, 1, 0, 'float32');
    return tf.add(oneHot, eps / K);
  });
}
