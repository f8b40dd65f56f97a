import * as tf from '@tensorflow/tfjs-core';

export function sgdStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: { v: tf.Tensor[] },
  { lr, momentum, nesterov }: { lr: number; momentum: number; nesterov: boolean },
) {
  return tf.tidy(() => {
    const v = state.v.map((old, i) => tf.add(tf.mul(momentum, old), tf.mul(1 - momentum, grads[i] as tf.Tensor)));
    const moved = params.map((w, i) => {
      const direction = nesterov
        ? tf.add(grads[i] as tf.Tensor, tf.mul(momentum, v[i] as tf.Tensor))
        : (v[i] as tf.Tensor);
      return tf.sub(w, tf.mul(lr, direction));
    });
    return { params: moved, state: { v } };
  });
}
