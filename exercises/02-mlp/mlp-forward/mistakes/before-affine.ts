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
    for (const { w, b } of layers) h = tf.add(tf.matMul(activation(h), w), b);
    return h;
  });
}
