import * as tf from '@tensorflow/tfjs-core';

/**
 * The backward pass of batch norm in training, y = γx̂ + β with x̂ = (x − μ)/√(v + eps).
 *
 * @param dy upstream gradient ∂L/∂y: [N, D]
 * @param x inputs of the forward pass: [N, D]
 * @param gamma scale of the forward pass: [D]
 * @param eps added to the variance inside the root, > 0
 * @returns dx: [N, D], dgamma: [D] and dbeta: [D], the gradients of L
 * @throws {TypeError} when a tensor is not float32 of its rank.
 * @throws {RangeError} when a tensor is empty, shapes do not fit each other, or eps is not positive.
 */
export function batchNormBackward(
  dy: tf.Tensor2D,
  x: tf.Tensor2D,
  gamma: tf.Tensor1D,
  eps = 1e-5,
): { dx: tf.Tensor2D; dgamma: tf.Tensor1D; dbeta: tf.Tensor1D } {
  throw new Error('not implemented');
}
