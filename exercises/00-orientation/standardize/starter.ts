import * as tf from '@tensorflow/tfjs-core';

/**
 * Standardizes each column: subtracts its mean and divides by its standard deviation.
 *
 * @param x one example per row: [N, D]
 * @param eps added to the variance inside the root, > 0
 * @returns [N, D]
 * @throws {TypeError} when x is not a float32 tensor of rank 2.
 * @throws {RangeError} when x is empty or eps is not positive.
 */
export function standardize(x: tf.Tensor2D, eps = 1e-5): tf.Tensor2D {
  throw new Error('not implemented');
}
