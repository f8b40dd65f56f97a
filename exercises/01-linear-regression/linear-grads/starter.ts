import * as tf from '@tensorflow/tfjs-core';

/**
 * Gradients of L = (1/N) Σ (ŷ − y)² with ŷ = Xw + b.
 *
 * @param x one example per row: [N, D]
 * @param y targets: [N]
 * @param w weights: [D]
 * @param b bias: []
 * @returns dw = ∂L/∂w: [D] and db = ∂L/∂b: []
 * @throws {TypeError} when an argument is not a float32 tensor of the right rank.
 * @throws {RangeError} when a tensor is empty or lengths do not fit.
 */
export function linearGrads(
  x: tf.Tensor2D,
  y: tf.Tensor1D,
  w: tf.Tensor1D,
  b: tf.Scalar,
): { dw: tf.Tensor1D; db: tf.Scalar } {
  throw new Error('not implemented');
}
