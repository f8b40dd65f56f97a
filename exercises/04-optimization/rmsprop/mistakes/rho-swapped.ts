import * as tf from '@tensorflow/tfjs-core';

export function rmspropStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: { E: tf.Tensor[] },
  { lr, rho = 0.9, eps = 1e-8 }: { lr: number; rho?: number; eps?: number },
) {
  return tf.tidy(() => {
    const E = state.E.map((old, i) => tf.add(tf.mul(1 - rho, old), tf.mul(rho, tf.square(grads[i] as tf.Tensor))));
    const rates = E.map((average) => tf.div(lr, tf.add(tf.sqrt(average), eps)));
    const moved = params.map((w, i) => tf.sub(w, tf.mul(rates[i] as tf.Tensor, grads[i] as tf.Tensor)));
    return { params: moved, state: { E } };
  });
}
