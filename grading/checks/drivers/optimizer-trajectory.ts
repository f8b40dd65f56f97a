import * as tf from '@tensorflow/tfjs-core';

type Step = (
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: unknown,
  options: unknown,
) => { params: tf.Tensor[]; state: unknown };

/**
 * Calls an optimizer's step once for each list of gradients.
 *
 * @returns the parameters after each step, flattened and in a row each: [steps, elements], and the last state
 */
export function drive(
  entries: Record<string, Step>,
  fn: string,
  params: tf.Tensor[],
  gradients: tf.Tensor[][],
  state: unknown,
  options: unknown,
): { params: tf.Tensor; state: unknown } {
  const step = entries[fn] as Step;
  let now = { params, state };
  const rows: tf.Tensor[] = [];
  for (const grads of gradients) {
    now = step(now.params, grads, now.state, options);
    rows.push(tf.concat(now.params.map((tensor) => tf.reshape(tensor, [-1]))));
  }
  return { params: tf.stack(rows), state: now.state };
}
