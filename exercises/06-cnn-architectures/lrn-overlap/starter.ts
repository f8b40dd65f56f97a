import * as tf from '@tensorflow/tfjs-core';

/** n: window, an odd number of channels (5); k: offset (2); alpha: weight of the squares (1e-4); beta: power (0.75). */
export interface LrnOptions {
  n?: number;
  k?: number;
  alpha?: number;
  beta?: number;
}

/**
 * Local response normalization: x / (k + α·Σ x²)^β, the sum going over the n channels around each one.
 *
 * @param x feature maps: [N, H, W, C]
 * @returns [N, H, W, C]
 * @throws {TypeError} when x is not a float32 tensor of rank 4.
 * @throws {RangeError} when x is empty, n is even or no integer ≥ 1, k is not positive, alpha or beta is negative.
 */
export function lrn(x: tf.Tensor4D, o: LrnOptions = {}): tf.Tensor4D {
  throw new Error('not implemented');
}

/**
 * A layer of AlexNet: convolution without padding, bias, ReLU, LRN with its defaults, max pooling of window 3 and stride 2
 * without padding.
 *
 * @param x images: [N, H, W, C]
 * @param w weights: [kh, kw, C, O]
 * @param b bias: [O]
 * @param stride of the convolution, an integer ≥ 1
 * @returns [N, ⌊(H′ − 3)/2⌋ + 1, ⌊(W′ − 3)/2⌋ + 1, O] with H′ = ⌊(H − kh)/stride⌋ + 1, and W′ likewise
 * @throws {TypeError} when a tensor is not float32 of the right rank, or stride is no number.
 * @throws {RangeError} when a tensor is empty or does not fit, stride is no integer ≥ 1, or x is so small that H′ or W′ is
 *   below 3.
 */
export function alexBlock(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D, stride: number): tf.Tensor4D {
  throw new Error('not implemented');
}
