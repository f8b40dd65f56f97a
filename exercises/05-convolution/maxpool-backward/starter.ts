import * as tf from '@tensorflow/tfjs-core';

/**
 * The backward pass of max pooling without padding. Each upstream number goes to the first maximum of its window, row by
 * row; where windows overlap, what arrives is added.
 *
 * @param dy upstream gradient ∂L/∂y: [N, H', W', C]
 * @param x images of the forward pass: [N, H, W, C]
 * @param k rows and columns of the window, ≥ 1
 * @param stride rows and columns from one window to the next, ≥ 1
 * @returns dx: [N, H, W, C], the gradient of L
 * @throws {TypeError} when a tensor is not float32 of rank 4 or a count is not a number.
 * @throws {RangeError} when a tensor is empty, a count is not an integer ≥ 1, or dy does not have the shape of y.
 */
export function maxPoolBackward(dy: tf.Tensor4D, x: tf.Tensor4D, k: number, stride: number): tf.Tensor4D {
  throw new Error('not implemented');
}
