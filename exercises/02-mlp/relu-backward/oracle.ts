import * as tf from '@tensorflow/tfjs-core';

/** The library's own, whose automatic gradient judges the hand-written one. */
export function libraryRelu(x: tf.Tensor): tf.Tensor {
  return tf.relu(x);
}
