import * as tf from '@tensorflow/tfjs-core';

/**
 * Log-likelihood of the mean μ and the standard deviation σ of a Gaussian, summed over a sample.
 *
 * @param x the sample: [N]
 * @param mu μ: []
 * @param logSigma log σ: []
 * @returns Σₙ [−½ log 2π − log σ − (xₙ − μ)² / 2σ²]: []
 * @throws {TypeError} when an argument is not a float32 tensor of its rank.
 * @throws {RangeError} when x is empty.
 */
export function gaussianLogLik(x: tf.Tensor1D, mu: tf.Scalar, logSigma: tf.Scalar): tf.Scalar {
  throw new Error('not implemented');
}
