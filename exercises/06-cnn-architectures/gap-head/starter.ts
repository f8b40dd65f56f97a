import * as tf from '@tensorflow/tfjs-core';

/**
 * The head of a classifier: global average pooling, then a dense layer.
 *
 * @param x feature maps: [N, H, W, C]
 * @param w weights: [C, O]
 * @param b bias: [O]
 * @returns logits: [N, O]
 * @throws {TypeError} when an argument is not a float32 tensor of the right rank.
 * @throws {RangeError} when a tensor is empty or extents do not fit each other.
 */
export function gapHead(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  throw new Error('not implemented');
}
