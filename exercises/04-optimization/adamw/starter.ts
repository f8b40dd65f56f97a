import * as tf from '@tensorflow/tfjs-core';

/** t: steps taken, 0 at first. m, v: averages of gradients and of their squares, zeros at first. */
export interface AdamState {
  t: number;
  m: tf.Tensor[];
  v: tf.Tensor[];
}

/** Unless given: beta1 0.9, beta2 0.999, eps 1e-8, weightDecay 0.01, and decayMask true for every parameter. */
export interface AdamwOptions {
  lr: number;
  beta1?: number;
  beta2?: number;
  eps?: number;
  weightDecay?: number;
  decayMask?: boolean[];
}

/**
 * One step of AdamW on a list of parameters.
 *
 * @param params parameters, of any shapes; stay as they are
 * @param grads their gradients, with the same shapes
 * @param state what the last step returned; stays as it is
 * @param o `lr` > 0; `beta1` and `beta2` in [0, 1); `eps` > 0; `weightDecay` ≥ 0; `decayMask`: which parameters decay
 * @returns new parameters and a new state, in new tensors
 * @throws {TypeError} when an argument is not a list of tensors or an option is not a number.
 * @throws {RangeError} when lists are empty, lengths or shapes do not fit, t is no count or an option is out of range.
 */
export function adamwStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: AdamState,
  o: AdamwOptions,
): { params: tf.Tensor[]; state: AdamState } {
  throw new Error('not implemented');
}
