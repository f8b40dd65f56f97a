import * as tf from '@tensorflow/tfjs-core';

/**
 * A loss that is linear in the data part, Σ⟨g, W⟩, whose gradients are therefore the given ones, with the penalty. Its
 * automatic gradient with respect to the weights judges `l2Grads(grads, weights, lambda)`.
 */
export function penalizedLinear(grads: tf.Tensor[], weights: tf.Tensor[], lambda: number): tf.Scalar {
  return tf.tidy(() => {
    const data = weights.map((w, i) => tf.sum(tf.mul(grads[i] as tf.Tensor, w)));
    const penalty = weights.map((w) => tf.mul(tf.sum(tf.mul(w, w)), 0.5 * lambda));
    return tf.addN([...data, ...penalty]) as tf.Scalar;
  });
}
