import * as tf from '@tensorflow/tfjs-core';

/**
 * The backward pass of Y = XW + b.
 *
 * @param dy upstream gradient ∂L/∂Y: [N, O]
 * @param x inputs of the forward pass: [N, I]
 * @param w weights of the forward pass: [I, O]
 * @returns dx: [N, I], dw: [I, O] and db: [O], the gradients of L
 * @throws {TypeError} when an argument is not a float32 tensor of rank 2.
 * @throws {RangeError} when a tensor is empty or extents do not fit each other.
 */
export function denseBackward(
  dy: tf.Tensor2D,
  x: tf.Tensor2D,
  w: tf.Tensor2D,
): { dx: tf.Tensor2D; dw: tf.Tensor2D; db: tf.Tensor1D } {
  throw new Error('not implemented');
}
