import * as tf from '@tensorflow/tfjs-core';

export function relu(x: tf.Tensor): tf.Tensor {
  return tf.maximum(x, 0);
}

export function reluBackward(_dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.cast(tf.greater(x, 0), 'float32'));
}
