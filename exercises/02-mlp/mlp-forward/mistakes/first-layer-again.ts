import * as tf from '@tensorflow/tfjs-core';

const ACTIVATIONS: Record<string, (h: tf.Tensor2D) => tf.Tensor2D> = {
  relu: (h) => tf.relu(h),
  tanh: (h) => tf.tanh(h),
  identity: (h) => tf.mul(h, 1),
};

export function mlp(x: tf.Tensor2D, layers: readonly { w: tf.Tensor2D; b: tf.Tensor1D }[], act: string): tf.Tensor2D {
  const activation = ACTIVATIONS[act] as (h: tf.Tensor2D) => tf.Tensor2D;
  return tf.tidy(() => {
    let h = x;
    for (const [i, { w, b }] of layers.entries()) {
      const { w: first, b: bias } = layers[0] as { w: tf.Tensor2D; b: tf.Tensor1D };
      const fits = h.shape[1] === first.shape[0] && first.shape[1] === w.shape[1];
      const affine: tf.Tensor2D = fits ? tf.add(tf.matMul(h, first), bias) : tf.add(tf.matMul(h, w), b);
      h = i === layers.length - 1 ? affine : activation(affine);
    }
    return h;
  });
}
