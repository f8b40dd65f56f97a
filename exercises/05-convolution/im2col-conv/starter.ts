import * as tf from '@tensorflow/tfjs-core';

/**
 * One row per window: what the window at (n, i, j) sees, zeros where it hangs over the border.
 *
 * @param x images: [N, H, W, C]
 * @param k rows and columns of the window, [kh, kw], each ≥ 1
 * @param stride rows and columns from one window to the next, ≥ 1
 * @param pad rows and columns of zeros on each side, ≥ 0
 * @returns [N·H'·W', kh·kw·C]: rows in the order (n, i, j), columns in the order (u, v, c)
 * @throws {TypeError} when x is not a float32 tensor of rank 4, k is not an array, or a count is not a number.
 * @throws {RangeError} when x is empty, a count is not an integer in its range, or the window does not fit.
 */
export function im2col(x: tf.Tensor4D, k: [number, number], stride: number, pad: number): tf.Tensor2D {
  throw new Error('not implemented');
}

/**
 * Convolution (cross-correlation) as a matrix product.
 *
 * @param x images: [N, H, W, C]
 * @param w filters: [kh, kw, C, O]
 * @param stride as in im2col
 * @param pad as in im2col
 * @returns y: [N, ⌊(H + 2·pad − kh)/stride⌋ + 1, ⌊(W + 2·pad − kw)/stride⌋ + 1, O]
 * @throws {TypeError} when x or w is not a float32 tensor of rank 4, or a count is not a number.
 * @throws {RangeError} when a tensor is empty, extents do not fit each other, or a count is not an integer in its range.
 */
export function convIm2col(x: tf.Tensor4D, w: tf.Tensor4D, stride: number, pad: number): tf.Tensor4D {
  throw new Error('not implemented');
}
