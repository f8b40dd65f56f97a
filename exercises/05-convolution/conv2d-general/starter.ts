import * as tf from '@tensorflow/tfjs-core';

/**
 * Convolution (cross-correlation) with zero padding, stride and dilation, each given for height and width.
 *
 * @param x images: [N, H, W, C]
 * @param w filters: [kh, kw, C, O]
 * @param options.stride steps down and to the right from one place of the kernel to the next, integers ≥ 1
 * @param options.pad rows of zeros above and below, columns of zeros left and right, integers ≥ 0
 * @param options.dilation distance of neighbouring weights in pixels, integers ≥ 1
 * @returns feature maps: [N, H′, W′, O]
 * @throws {TypeError} when x or w is not a float32 tensor of rank 4, or an option is no pair of numbers.
 * @throws {RangeError} when a tensor is empty, a number is no integer or too small, the channels do not fit, or the kernel
 *   spans more than the padded image.
 */
export function conv2dGeneral(
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  options: { stride: [number, number]; pad: [number, number]; dilation: [number, number] },
): tf.Tensor4D {
  throw new Error('not implemented');
}
