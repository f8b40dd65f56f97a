import * as tf from '@tensorflow/tfjs-core';

export function l2Loss(dataLoss: tf.Scalar, weights: tf.Tensor[], lambda: number): tf.Scalar {
  return tf.tidy(() => {
    const penalties = weights.map((w) => tf.mean(tf.square(w)));
    return tf.add(dataLoss, tf.mul(tf.addN(penalties), lambda / 2));
  });
}

export function l2Grads(grads: tf.Tensor[], weights: tf.Tensor[], lambda: number): tf.Tensor[] {
  return tf.tidy(() => grads.map((g, i) => tf.add(g, tf.mul(weights[i] as tf.Tensor, lambda))));
}
