import * as tf from '@tensorflow/tfjs-core';

export function template(x: tf.Tensor2D): tf.Tensor2D {
  return tf.div(x, 2);
}
