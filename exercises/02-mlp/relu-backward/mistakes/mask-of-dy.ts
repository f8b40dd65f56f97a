import * as tf from '@tensorflow/tfjs-core';

export function relu(x: tf.Tensor): tf.Tensor {
  return tf.maximum(x, 0);
}

export function reluBackward(dy: tf.Tensor, _x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.mul(dy, tf.cast(tf.greater(dy, 0), 'float32')));
}
