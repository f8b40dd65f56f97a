import * as tf from '@tensorflow/tfjs-core';

export function linearMse(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, b: tf.Scalar): tf.Scalar {
  return tf.tidy(() => {
    const predictions = tf.add(tf.squeeze(tf.matMul(x, tf.expandDims(w, 1)), [1]), b);
    return tf.mul(0.5, tf.mean(tf.square(tf.sub(predictions, y))));
  });
}
