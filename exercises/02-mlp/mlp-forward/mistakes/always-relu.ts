import * as tf from '@tensorflow/tfjs-core';

export function mlp(x: tf.Tensor2D, layers: readonly { w: tf.Tensor2D; b: tf.Tensor1D }[], _act: string): tf.Tensor2D {
  return tf.tidy(() => {
    let h = x;
    for (const [i, { w, b }] of layers.entries()) {
      const affine: tf.Tensor2D = tf.add(tf.matMul(h, w), b);
      h = i === layers.length - 1 ? affine : tf.relu(affine);
    }
    return h;
  });
}
