import * as tf from '@tensorflow/tfjs-core';

/**
 * KL(p‖q) of each row, in nats.
 *
 * @param p distributions, each row ≥ 0 with sum 1 (± 1e-4): [N, K]
 * @param q distributions, each row ≥ 0 with sum 1 (± 1e-4): [N, K]
 * @returns Σₖ p log(p/q) of each row: [N]; +Infinity where q is 0 and p is not
 * @throws {TypeError} when an argument is not a float32 tensor of rank 2.
 * @throws {RangeError} when a tensor is empty, shapes differ, or a row is no distribution.
 */
export function klDivergence(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor1D {
  throw new Error('not implemented');
}
