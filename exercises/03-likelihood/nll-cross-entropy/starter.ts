import * as tf from '@tensorflow/tfjs-core';

/** In nats: means over the examples, and the sum. Each is a scalar: []. */
export type NllReport = {
  crossEntropy: tf.Scalar;
  entropy: tf.Scalar;
  kl: tf.Scalar;
  nll: tf.Scalar;
};

/**
 * What the loss of a classifier with q = softmax(z) consists of.
 *
 * @param t target distributions, each row ≥ 0 with sum 1 (± 1e-4): [N, K]
 * @param z logits, one example per row: [N, K]
 * @returns mean H(t, q), mean H(t), mean KL(t‖q), and nll = −Σₙ Σₖ t log q
 * @throws {TypeError} when an argument is not a float32 tensor of rank 2.
 * @throws {RangeError} when a tensor is empty, shapes differ, or a row of t is no distribution.
 */
export function nllReport(t: tf.Tensor2D, z: tf.Tensor2D): NllReport {
  throw new Error('not implemented');
}
