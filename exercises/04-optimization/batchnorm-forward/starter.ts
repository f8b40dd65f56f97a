import * as tf from '@tensorflow/tfjs-core';

interface Statistics {
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
}

/**
 * Normalizes each feature, then scales it by gamma and shifts it by beta.
 *
 * @param x one example per row: [N, D]
 * @param gamma scale: [D]
 * @param beta shift: [D]
 * @param running averages that evaluation uses and training moves: [D] each
 * @param options.training the batch's statistics (true) or the running ones (false)
 * @param options.momentum weight of the new statistics in the running ones, in [0, 1], default 0.1
 * @param options.eps added to the variance inside the root, > 0, default 1e-5
 * @returns y: [N, D] and the new running statistics: [D] each
 * @throws {TypeError} when a tensor is not float32 of its rank, or training is no boolean.
 * @throws {RangeError} when x is empty, a length is not D, eps is not positive or momentum is not in [0, 1].
 */
export function batchNorm(
  x: tf.Tensor2D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  running: Statistics,
  options: { training: boolean; momentum?: number; eps?: number },
): { y: tf.Tensor2D; running: Statistics } {
  throw new Error('not implemented');
}
