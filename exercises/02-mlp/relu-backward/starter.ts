import * as tf from '@tensorflow/tfjs-core';

/**
 * max(x, 0), element by element.
 *
 * @param x any shape
 * @returns the shape of x
 * @throws {TypeError} when x is not a float32 tensor.
 */
export function relu(x: tf.Tensor): tf.Tensor {
  throw new Error('not implemented');
}

/**
 * The gradient of L through y = relu(x).
 *
 * @param dy ∂L/∂y, the shape of x
 * @param x what the forward pass was given
 * @returns ∂L/∂x, the shape of x
 * @throws {TypeError} when an argument is not a float32 tensor.
 * @throws {RangeError} when the shapes differ.
 */
export function reluBackward(dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  throw new Error('not implemented');
}
