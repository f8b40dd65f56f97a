import * as tf from '@tensorflow/tfjs-core';

export function adagradStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: { G: tf.Tensor[] },
  { lr, eps = 1e-10 }: { lr: number; eps?: number },
) {
  return tf.tidy(() => {
    const G = grads.map((g, i) => tf.add(state.G[i] as tf.Tensor, tf.square(g)));
    const rates = G.map((sum) => tf.div(lr, tf.sqrt(tf.add(sum, eps))));
    return {
      params: params.map((w, i) => tf.sub(w, tf.mul(rates[i] as tf.Tensor, grads[i] as tf.Tensor))),
      state: { G },
    };
  });
}
