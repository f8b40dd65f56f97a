import * as tf from '@tensorflow/tfjs-core';

export function softmax(z: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const e = tf.exp(tf.sub(z, tf.max(z)));
    return tf.div(e, tf.sum(e));
  });
}
