import * as tf from '@tensorflow/tfjs-core';

/**
 * Log-likelihood of yes-or-no labels for the logits of a yes, summed over the examples.
 *
 * @param y labels, each 0 or 1: [N]
 * @param z logits: [N]
 * @returns Σₙ (yₙ zₙ − log(1 + exp(zₙ))): []
 * @throws {TypeError} when an argument is not a float32 tensor of rank 1.
 * @throws {RangeError} when a tensor is empty, lengths differ, or a label is neither 0 nor 1.
 */
export function bernoulliLogLik(y: tf.Tensor1D, z: tf.Tensor1D): tf.Scalar {
  throw new Error('not implemented');
}
