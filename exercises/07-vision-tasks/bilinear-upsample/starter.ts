import * as tf from '@tensorflow/tfjs-core';

/**
 * Bilinear resize with half-pixel centres, without antialiasing.
 *
 * @param x images or feature maps, float32: [N, H, W, C]
 * @param outH rows of the result, an integer ≥ 1
 * @param outW columns of the result, an integer ≥ 1
 * @returns each channel resized by itself: [N, outH, outW, C]
 * @throws {TypeError} when x is not a float32 tensor of rank 4.
 * @throws {RangeError} when x is empty, or a size is no integer ≥ 1.
 */
export function bilinear(x: tf.Tensor4D, outH: number, outW: number): tf.Tensor4D {
  throw new Error('not implemented');
}
