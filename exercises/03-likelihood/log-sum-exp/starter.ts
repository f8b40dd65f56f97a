import * as tf from '@tensorflow/tfjs-core';

/**
 * log Σₖ exp(zₖ) of each row, for logits of any size.
 *
 * @param z logits, one example per row; −∞ adds nothing: [N, K]
 * @returns [N]
 * @throws {TypeError} when z is not a float32 tensor of rank 2.
 * @throws {RangeError} when z is empty.
 */
export function logSumExp(z: tf.Tensor2D): tf.Tensor1D {
  throw new Error('not implemented');
}
