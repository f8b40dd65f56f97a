import * as tf from '@tensorflow/tfjs-core';

/**
 * A 1×1 convolution: the same dense layer for every pixel.
 *
 * @param x feature maps: [N, H, W, C]
 * @param w weights: [C, O]
 * @param b bias: [O]
 * @returns feature maps: [N, H, W, O]
 * @throws {TypeError} when an argument is not a float32 tensor of the right rank.
 * @throws {RangeError} when a tensor is empty or extents do not fit each other.
 */
export function conv1x1(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor4D {
  throw new Error('not implemented');
}
