import * as tf from '@tensorflow/tfjs-core';

/**
 * A depthwise convolution (cross-correlation, one filter for each channel) and then a 1×1 convolution; no bias, and no
 * activation in between.
 *
 * @param x images: [N, H, W, C]
 * @param dw depthwise filters: [kh, kw, C, 1]
 * @param pw pointwise weights: [C, O]
 * @param o stride ≥ 1 and zero padding ≥ 0 of the depthwise step
 * @returns y: [N, ⌊(H + 2·pad − kh)/stride⌋ + 1, ⌊(W + 2·pad − kw)/stride⌋ + 1, O]
 * @throws {TypeError} when a tensor is not float32 of its rank or an option is not a number.
 * @throws {RangeError} when a tensor is empty, extents do not fit each other, or an option is not an integer in its range.
 */
export function depthwiseSeparable(
  x: tf.Tensor4D,
  dw: tf.Tensor4D,
  pw: tf.Tensor2D,
  o: { stride: number; pad: number },
): tf.Tensor4D {
  throw new Error('not implemented');
}
