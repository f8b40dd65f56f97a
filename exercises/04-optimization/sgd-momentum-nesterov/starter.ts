import * as tf from '@tensorflow/tfjs-core';

/** v: velocities, with the shapes of the parameters; zeros before the first step. */
export interface SgdState {
  v: tf.Tensor[];
}

/**
 * One step of gradient descent on a list of parameters, with momentum and Nesterov's look-ahead if wanted.
 *
 * @param params parameters, of any shapes; stay as they are
 * @param grads their gradients, with the same shapes
 * @param state what the last step returned; stays as it is
 * @param o `lr` > 0; `momentum` in [0, 1), 0 for plain descent; `nesterov` needs momentum > 0
 * @returns new parameters and a new state, in new tensors
 * @throws {TypeError} when an argument is not a list of tensors or an option is of the wrong kind.
 * @throws {RangeError} when lists are empty, shapes do not fit or an option is out of range.
 */
export function sgdStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: SgdState,
  o: { lr: number; momentum: number; nesterov: boolean },
): { params: tf.Tensor[]; state: SgdState } {
  throw new Error('not implemented');
}
