import * as tf from '@tensorflow/tfjs-core';

/**
 * The loss with an L2 penalty on the weights: dataLoss + ½·lambda·Σ‖W‖².
 *
 * @param dataLoss loss of the data alone: []
 * @param weights at least one tensor, of any shapes; biases are not among them
 * @param lambda strength of the penalty, ≥ 0
 * @returns a scalar: []
 * @throws {TypeError} when a tensor is not float32, dataLoss is no scalar, weights is no list, or lambda is no number.
 * @throws {RangeError} when the list or a tensor is empty, or lambda is negative or not finite.
 */
export function l2Loss(dataLoss: tf.Scalar, weights: tf.Tensor[], lambda: number): tf.Scalar {
  throw new Error('not implemented');
}

/**
 * The gradients of that loss with respect to the weights, from those of the data loss.
 *
 * @param grads gradients of the data loss, one for each weight tensor and of its shape
 * @param weights at least one tensor, of any shapes
 * @param lambda strength of the penalty, ≥ 0
 * @returns new tensors, in the order and the shapes of weights
 * @throws {TypeError} when an argument is no list of float32 tensors, or lambda is no number.
 * @throws {RangeError} when a list or a tensor is empty, lengths or shapes differ, or lambda is negative or not finite.
 */
export function l2Grads(grads: tf.Tensor[], weights: tf.Tensor[], lambda: number): tf.Tensor[] {
  throw new Error('not implemented');
}
