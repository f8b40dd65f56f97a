import * as tf from '@tensorflow/tfjs-core';

/**
 * Doubles every element.
 *
 * @param x any numbers: [N, D]
 * @returns 2x: [N, D]
 * @throws {TypeError} when x is not a float32 tensor of rank 2.
 * @throws {RangeError} when x is empty.
 */
export function template(x: tf.Tensor2D): tf.Tensor2D {
  throw new Error('not implemented');
}
