import * as tf from '@tensorflow/tfjs-core';

/** On c channels: s1, t1: [c]; w1: [1, 1, c, M]; s2, t2: [M]; w2: [3, 3, M, k]. */
export interface DenseLayer {
  s1: tf.Tensor1D;
  t1: tf.Tensor1D;
  w1: tf.Tensor4D;
  s2: tf.Tensor1D;
  t2: tf.Tensor1D;
  w2: tf.Tensor4D;
}

/**
 * A dense block: each layer appends what it makes of all maps so far.
 *
 * @param x feature maps: [N, H, W, C]
 * @param layers the first sees C channels, each other one k more for every layer before it
 * @returns [N, H, W, C + k for every layer]
 * @throws {TypeError} when a tensor is not float32 of the right rank.
 * @throws {RangeError} when there is no layer, a tensor is empty, or it does not fit (naming `layers[i].w1` etc.).
 */
export function denseBlock(x: tf.Tensor4D, layers: readonly DenseLayer[]): tf.Tensor4D {
  throw new Error('not implemented');
}

/**
 * A transition: scale and shift, ReLU, 1×1 convolution, average pooling of window 2 and stride 2.
 *
 * @param x feature maps: [N, H, W, C]
 * @param s scale: [C]
 * @param t shift: [C]
 * @param w weights: [1, 1, C, O]
 * @returns [N, ⌊H/2⌋, ⌊W/2⌋, O]
 * @throws {TypeError} when a tensor is not float32 of the right rank.
 * @throws {RangeError} when a tensor is empty or does not fit, or H or W is below 2.
 */
export function transition(x: tf.Tensor4D, s: tf.Tensor1D, t: tf.Tensor1D, w: tf.Tensor4D): tf.Tensor4D {
  throw new Error('not implemented');
}

/**
 * Trainable parameters of a dense block whose layers have M = 4k: weights without biases, and two for each channel of a
 * batch norm.
 *
 * @param c0 channels of x, an integer ≥ 1
 * @param growth k, an integer ≥ 1
 * @param layers how many, an integer ≥ 1
 * @throws {TypeError} when one of them is no number.
 * @throws {RangeError} when one of them is no integer ≥ 1.
 */
export function denseParams(c0: number, growth: number, layers: number): number {
  throw new Error('not implemented');
}
