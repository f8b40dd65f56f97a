import * as tf from '@tensorflow/tfjs-core';

/**
 * Inverted dropout. In training an element is kept where its u = rng() is at least rate, and then divided by 1 − rate;
 * otherwise it is 0. In evaluation, or with a rate of 0, everything passes unchanged and rng is not called.
 *
 * @param x activations, one example per row: [N, D]
 * @param rate probability of dropping an element, in [0, 1)
 * @param training whether to drop at all
 * @param rng uniform in [0, 1); called once per element, row by row
 * @returns mask: [N, D], what x is multiplied by, and y = x ⊙ mask: [N, D]
 * @throws {TypeError} when x is not a float32 tensor of rank 2, or another argument is of the wrong kind.
 * @throws {RangeError} when x is empty or rate is outside [0, 1).
 */
export function dropout(
  x: tf.Tensor2D,
  rate: number,
  training: boolean,
  rng: () => number,
): { y: tf.Tensor2D; mask: tf.Tensor2D } {
  throw new Error('not implemented');
}

/**
 * The gradient of L through y = x ⊙ mask.
 *
 * @param dy ∂L/∂y: [N, D]
 * @param mask what the forward pass returned: [N, D]
 * @returns ∂L/∂x: [N, D]
 * @throws {TypeError} when an argument is not a float32 tensor of rank 2.
 * @throws {RangeError} when a tensor is empty or the shapes differ.
 */
export function dropoutBackward(dy: tf.Tensor2D, mask: tf.Tensor2D): tf.Tensor2D {
  throw new Error('not implemented');
}
