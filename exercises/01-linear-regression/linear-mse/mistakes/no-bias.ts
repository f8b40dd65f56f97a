import * as tf from '@tensorflow/tfjs-core';

export function linearMse(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, _b: tf.Scalar): tf.Scalar {
  return tf.tidy(() => {
    const predictions = tf.squeeze(tf.matMul(x, tf.expandDims(w, 1)), [1]);
    return tf.mean(tf.square(tf.sub(predictions, y)));
  });
}
