import * as tf from '@tensorflow/tfjs-core';

/**
 * Convolution as deep learning means it (cross-correlation), stride 1, no padding.
 *
 * @param x images: [N, H, W, C]
 * @param w filters: [kh, kw, C, O]
 * @param b bias: [O]
 * @returns feature maps: [N, H − kh + 1, W − kw + 1, O]
 * @throws {TypeError} when an argument is not a float32 tensor of the right rank.
 * @throws {RangeError} when a tensor is empty, channels or the length of b do not fit, or the kernel is larger than the image.
 */
export function conv2d(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D): tf.Tensor4D {
  throw new Error('not implemented');
}
