import * as tf from '@tensorflow/tfjs-core';

export function gapHead(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  return tf.tidy(() => tf.relu(tf.add(tf.matMul(tf.mean(x, [1, 2]) as tf.Tensor2D, w), b)));
}
