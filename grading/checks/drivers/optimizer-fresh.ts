import type * as tf from '@tensorflow/tfjs-core';

type Result = { params: tf.Tensor[]; state: Record<string, tf.Tensor[] | number> };
type Step = (params: tf.Tensor[], grads: tf.Tensor[], state: Result['state'], options: unknown) => Result;

const tensorsOf = (state: Result['state']): tf.Tensor[] => Object.values(state).flatMap((slot) => slot as tf.Tensor[]);

/**
 * Whether one step returns new objects: `params`, `state` and every tensor in them, none of which was passed in.
 * A number per question, 1 for yes.
 */
export function drive(
  entries: Record<string, Step>,
  fn: string,
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: Result['state'],
  options: unknown,
): { params: number; state: number; tensors: number; alive: number } {
  const given = new Set([...params, ...grads, ...tensorsOf(state)]);
  const result = (entries[fn] as Step)(params, grads, state, options);
  const returned = [...result.params, ...tensorsOf(result.state)].filter((entry) => typeof entry === 'object');
  const answers = {
    params: result.params !== params,
    state: result.state !== state,
    tensors: !returned.some((tensor) => given.has(tensor)),
    alive: !returned.some((tensor) => tensor.isDisposed),
  };
  for (const tensor of returned) if (!given.has(tensor)) tensor.dispose();
  return {
    params: Number(answers.params),
    state: Number(answers.state),
    tensors: Number(answers.tensors),
    alive: Number(answers.alive),
  };
}
