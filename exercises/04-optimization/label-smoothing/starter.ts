import * as tf from '@tensorflow/tfjs-core';

/**
 * Smoothed target distributions: (1 − eps) · one-hot + eps/K.
 *
 * @param labels the class of each example, int32, from 0 to K − 1: [N]
 * @param K number of classes, an integer ≥ 2
 * @param eps the part that is shared out among all classes, in [0, 1)
 * @returns one distribution per row, float32: [N, K]
 * @throws {TypeError} when labels is not an int32 tensor of rank 1, or K or eps is no number.
 * @throws {RangeError} when labels is empty, K is no integer of at least 2, eps is outside [0, 1), or a label outside 0 … K − 1.
 */
export function smoothLabels(labels: tf.Tensor1D, K: number, eps: number): tf.Tensor2D {
  throw new Error('not implemented');
}
