import * as tf from '@tensorflow/tfjs-core';

/**
 * Log-likelihood of labels under softmax(z), summed over the examples.
 *
 * @param labels class of each example, int32 from 0 to K − 1: [N]
 * @param z logits, one example per row: [N, K]
 * @returns Σₙ (z[n, labels[n]] − log Σₖ exp(z[n, k])): []
 * @throws {TypeError} when labels are not an int32 tensor of rank 1, or z not a float32 tensor of rank 2.
 * @throws {RangeError} when a tensor is empty, there is not one label per row, or a label is no class.
 */
export function categoricalLogLik(labels: tf.Tensor1D, z: tf.Tensor2D): tf.Scalar {
  throw new Error('not implemented');
}
