import * as tf from '@tensorflow/tfjs-core';

/** E: averages of squared gradients, X: of squared steps, with the shapes of the parameters; zeros before the first step. */
export interface AdadeltaState {
  E: tf.Tensor[];
  X: tf.Tensor[];
}

/**
 * One step of Adadelta on a list of parameters.
 *
 * @param params parameters, of any shapes; stay as they are
 * @param grads their gradients, with the same shapes
 * @param state what the last step returned; stays as it is
 * @param o may be left out; `rho` in [0, 1), 0.95 unless given; `eps` > 0, 1e-6 unless given
 * @returns new parameters and a new state, in new tensors
 * @throws {TypeError} when an argument is not a list of tensors or an option is not a number.
 * @throws {RangeError} when lists are empty, shapes do not fit or an option is out of range.
 */
export function adadeltaStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: AdadeltaState,
  o: { rho?: number; eps?: number } = {},
): { params: tf.Tensor[]; state: AdadeltaState } {
  throw new Error('not implemented');
}
