import * as tf from '@tensorflow/tfjs-core';

export function mlp(x: tf.Tensor2D, layers: readonly { w: tf.Tensor2D; b: tf.Tensor1D }[], _act: string): tf.Tensor2D {
  return tf.tidy(() => {
    let h = x;
    for (const { w, b } of layers) h = tf.add(tf.matMul(h, w), b);
    return h;
  });
}
