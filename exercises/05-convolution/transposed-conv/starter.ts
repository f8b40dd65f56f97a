import * as tf from '@tensorflow/tfjs-core';

/**
 * The transpose of a convolution with the kernel w, stride and padding: it maps from the convolution's outputs to its
 * inputs.
 *
 * @param x images: [N, H, W, Cin]
 * @param w filters: [kh, kw, Cout, Cin]
 * @param o stride ≥ 1, and padding ≥ 0 that is cropped from the result
 * @returns y: [N, (H − 1)·stride − 2·pad + kh, (W − 1)·stride − 2·pad + kw, Cout]
 * @throws {TypeError} when a tensor is not float32 of rank 4 or an option is not a number.
 * @throws {RangeError} when a tensor is empty, channels differ, an option is not an integer in its range, or nothing would
 * be left of the result.
 */
export function convTranspose(x: tf.Tensor4D, w: tf.Tensor4D, o: { stride: number; pad: number }): tf.Tensor4D {
  throw new Error('not implemented');
}
