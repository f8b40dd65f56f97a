import * as tf from '@tensorflow/tfjs-core';

/**
 * Pooling of square windows, channel by channel; padding is not part of a window.
 *
 * @param x images: [N, H, W, C]
 * @param k rows and columns of the window, ≥ 1
 * @param stride rows and columns from one window to the next, ≥ 1
 * @param pad rows and columns added on each side, 0 to ⌊k/2⌋
 * @param mode the maximum or the mean of each window
 * @returns y: [N, ⌊(H + 2·pad − k)/stride⌋ + 1, ⌊(W + 2·pad − k)/stride⌋ + 1, C]
 * @throws {TypeError} when x is not a float32 tensor of rank 4, a count is not a number, or mode is neither.
 * @throws {RangeError} when x is empty, a count is not an integer in its range, or the window does not fit.
 */
export function pool2d(x: tf.Tensor4D, k: number, stride: number, pad: number, mode: 'max' | 'avg'): tf.Tensor4D {
  throw new Error('not implemented');
}
