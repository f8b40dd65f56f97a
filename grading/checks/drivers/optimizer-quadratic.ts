import * as tf from '@tensorflow/tfjs-core';

type Step = (
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: unknown,
  options: unknown,
) => { params: tf.Tensor[]; state: unknown };

/**
 * Minimizes f(w) = ½(w₁² + 10·w₂²) from `start`: [2].
 *
 * @returns f before each step: [steps]
 */
export function drive(
  entries: Record<string, Step>,
  fn: string,
  start: tf.Tensor1D,
  steps: number,
  state: unknown,
  options: unknown,
): tf.Tensor {
  const step = entries[fn] as Step;
  const curvature = tf.tensor1d([1, 10]);
  let now: { params: tf.Tensor[]; state: unknown } = { params: [start], state };
  const losses: tf.Tensor[] = [];
  for (let t = 0; t < steps; t++) {
    const [w] = now.params as [tf.Tensor];
    const gradient = tf.mul(w, curvature);
    losses.push(tf.tidy(() => tf.mul(0.5, tf.sum(tf.mul(w, gradient)))));
    now = step(now.params, [gradient], now.state, options);
  }
  return tf.stack(losses);
}
