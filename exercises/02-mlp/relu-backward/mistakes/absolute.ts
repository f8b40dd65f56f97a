import * as tf from '@tensorflow/tfjs-core';

export function relu(x: tf.Tensor): tf.Tensor {
  return tf.abs(x);
}

export function reluBackward(dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.mul(dy, tf.cast(tf.greater(x, 0), 'float32')));
}
