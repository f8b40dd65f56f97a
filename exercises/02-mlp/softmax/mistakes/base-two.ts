import * as tf from '@tensorflow/tfjs-core';

export function softmax(z: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const e = tf.pow(tf.scalar(2), tf.sub(z, tf.max(z, 1, true)));
    return tf.div(e, tf.sum(e, 1, true));
  });
}
