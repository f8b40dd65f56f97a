import * as tf from '@tensorflow/tfjs-core';

interface State {
  t: number;
  m: tf.Tensor[];
  v: tf.Tensor[];
}
interface Options {
  lr: number;
  beta1?: number;
  beta2?: number;
  eps?: number;
  weightDecay?: number;
  decayMask?: boolean[];
}

export function adamwStep(params: tf.Tensor[], grads: tf.Tensor[], state: State, o: Options) {
  const { lr, beta1, beta2, eps, weightDecay } = { beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 1e-2, ...o };
  return tf.tidy(() => {
    const t = state.t + 1;
    const all = params.map((w, i) => {
      const g = grads[i] as tf.Tensor;
      const m = tf.add(tf.mul(beta1, state.m[i] as tf.Tensor), tf.mul(1 - beta1, g));
      const v = tf.add(tf.mul(beta2, state.v[i] as tf.Tensor), tf.mul(1 - beta2, tf.square(g)));
      const root = tf.sqrt(tf.div(v, 1 - beta2 ** t));
      const step = tf.div(tf.mul(lr / (1 - beta1 ** t), m), tf.add(root, eps));
      return { w: tf.sub(tf.mul(w, 1 - lr * weightDecay), step), m, v };
    });
    return { params: all.map(({ w }) => w), state: { t, m: all.map(({ m }) => m), v: all.map(({ v }) => v) } };
  });
}
