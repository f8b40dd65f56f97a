import * as tf from '@tensorflow/tfjs-core';

interface State {
  t: number;
  m: tf.Tensor[];
  v: tf.Tensor[];
}

export function adamStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: State,
  { lr, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 }: { lr: number; beta1?: number; beta2?: number; eps?: number },
) {
  return tf.tidy(() => {
    const t = state.t + 1;
    const m = state.m.map((old, i) => tf.add(tf.mul(beta1, old), tf.mul(1 - beta1, grads[i] as tf.Tensor)));
    const v = state.v.map((old, i) => tf.add(tf.mul(beta2, old), tf.mul(1 - beta2, tf.square(grads[i] as tf.Tensor))));
    const moved = params.map((w, i) => {
      const first = m[i] as tf.Tensor;
      const second = v[i] as tf.Tensor;
      return tf.sub(w, tf.mul(lr, tf.div(first, tf.add(tf.sqrt(second), eps))));
    });
    return { params: moved, state: { t, m, v } };
  });
}
