import * as tf from '@tensorflow/tfjs-core';

/**
 * A dense (fully connected) layer: Y = XW + b.
 *
 * @param x inputs, one example per row: [N, I]
 * @param w weights: [I, O]
 * @param b bias: [O]
 * @returns outputs: [N, O]
 * @throws {TypeError} when an argument is not a float32 tensor of the right rank.
 * @throws {RangeError} when a tensor is empty or extents do not fit each other.
 */
export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  throw new Error('not implemented');
}
