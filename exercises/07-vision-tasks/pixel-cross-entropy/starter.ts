import * as tf from '@tensorflow/tfjs-core';

/**
 * Mean cross-entropy of the pixels that count, in nats.
 *
 * @param z logits: [N, H, W, K]
 * @param labels classes from 0 to K − 1, or `ignore`, int32: [N, H, W]
 * @param ignore label of pixels that do not count
 * @returns the mean of log Σ exp z − z at the label; 0, with a gradient of 0, when no pixel counts: []
 * @throws {TypeError} when z is not a float32 tensor of rank 4, or labels not an int32 tensor of rank 3.
 * @throws {RangeError} when a tensor is empty, shapes do not match, or a label is neither a class nor `ignore`.
 */
export function pixelCrossEntropy(z: tf.Tensor4D, labels: tf.Tensor3D, ignore = 255): tf.Scalar {
  throw new Error('not implemented');
}
