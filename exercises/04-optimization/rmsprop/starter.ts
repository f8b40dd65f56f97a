import * as tf from '@tensorflow/tfjs-core';

/** E: averages of squared gradients, with the shapes of the parameters; zeros before the first step. */
export interface RmspropState {
  E: tf.Tensor[];
}

/**
 * One step of RMSprop on a list of parameters.
 *
 * @param params parameters, of any shapes; stay as they are
 * @param grads their gradients, with the same shapes
 * @param state what the last step returned; stays as it is
 * @param o `lr` > 0; `rho` in [0, 1), 0.9 unless given; `eps` > 0, 1e-8 unless given
 * @returns new parameters and a new state, in new tensors
 * @throws {TypeError} when an argument is not a list of tensors or an option is not a number.
 * @throws {RangeError} when lists are empty, shapes do not fit or an option is out of range.
 */
export function rmspropStep(
  params: tf.Tensor[],
  grads: tf.Tensor[],
  state: RmspropState,
  o: { lr: number; rho?: number; eps?: number },
): { params: tf.Tensor[]; state: RmspropState } {
  throw new Error('not implemented');
}
