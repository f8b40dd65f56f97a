import * as tf from '@tensorflow/tfjs-core';

/**
 * Mean cross-entropy between target distributions and softmax(z), with its gradient in the logits.
 *
 * @param z logits, one example per row: [N, K]
 * @param t target distributions, each row ≥ 0 with sum 1 (± 1e-4): [N, K]
 * @returns loss = −(1/N) Σₙ Σₖ t log softmax(z): [] and dz = ∂loss/∂z: [N, K]
 * @throws {TypeError} when an argument is not a float32 tensor of rank 2.
 * @throws {RangeError} when a tensor is empty, shapes differ, or a row of t is no distribution.
 */
export function softmaxCrossEntropy(z: tf.Tensor2D, t: tf.Tensor2D): { loss: tf.Scalar; dz: tf.Tensor2D } {
  throw new Error('not implemented');
}
