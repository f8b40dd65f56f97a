import * as tf from '@tensorflow/tfjs-core';

/**
 * The backward pass of a convolution with bias (cross-correlation, zero padding on all sides, the same stride for rows and
 * columns).
 *
 * @param dy upstream gradient ∂L/∂y: [N, H', W', O]
 * @param x images of the forward pass: [N, H, W, C]
 * @param w filters of the forward pass: [kh, kw, C, O]
 * @param o stride ≥ 1 and padding ≥ 0 of the forward pass
 * @returns dx: [N, H, W, C], dw: [kh, kw, C, O] and db: [O], the gradients of L
 * @throws {TypeError} when a tensor is not float32 of rank 4 or an option is not a number.
 * @throws {RangeError} when a tensor is empty, extents do not fit each other, or an option is not an integer in its range.
 */
export function conv2dBackward(
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  o: { stride: number; pad: number },
): { dx: tf.Tensor4D; dw: tf.Tensor4D; db: tf.Tensor1D } {
  throw new Error('not implemented');
}
