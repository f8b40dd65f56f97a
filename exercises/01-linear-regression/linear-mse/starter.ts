import * as tf from '@tensorflow/tfjs-core';

/**
 * Mean squared error of the linear model ŷ = Xw + b.
 *
 * @param x one example per row: [N, D]
 * @param y targets: [N]
 * @param w weights: [D]
 * @param b bias: []
 * @returns (1/N) Σ (ŷ − y)²: []
 * @throws {TypeError} when an argument is not a float32 tensor of the right rank.
 * @throws {RangeError} when a tensor is empty or lengths do not fit.
 */
export function linearMse(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, b: tf.Scalar): tf.Scalar {
  throw new Error('not implemented');
}
