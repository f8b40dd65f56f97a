import * as tf from '@tensorflow/tfjs-core';

/**
 * Softmax of each row, computed so that it never overflows.
 *
 * @param z logits, one example per row: [N, K]
 * @returns probabilities: [N, K], each row sums to 1
 * @throws {TypeError} when z is not a float32 tensor of rank 2.
 * @throws {RangeError} when z is empty.
 */
export function softmax(z: tf.Tensor2D): tf.Tensor2D {
  throw new Error('not implemented');
}
