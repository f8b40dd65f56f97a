import * as tf from '@tensorflow/tfjs-core';

export function adadeltaStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: { E: tf.Tensor[]; X: tf.Tensor[] },
  { rho = 0.95, eps = 1e-6 }: { rho?: number; eps?: number } = {},
) {
  const averaged = (old: tf.Tensor, value: tf.Tensor) => tf.add(tf.mul(rho, old), tf.mul(1 - rho, tf.square(value)));
  const root = (average: tf.Tensor) => tf.sqrt(tf.add(average, eps));
  return tf.tidy(() => {
    const E = state.E.map((old, i) => averaged(old, grads[i] as tf.Tensor));
    const steps = grads.map((g, i) => tf.div(tf.mul(g, root(state.X[i] as tf.Tensor)), root(E[i] as tf.Tensor)));
    const X = state.X.map((old, i) => averaged(old, grads[i] as tf.Tensor));
    return { params: params.map((w, i) => tf.sub(w, steps[i] as tf.Tensor)), state: { E, X } };
  });
}
