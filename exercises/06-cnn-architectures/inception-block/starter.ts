import * as tf from '@tensorflow/tfjs-core';

/** One convolution. w: [k, k, Cin, Cout], b: [Cout]. */
export interface CB {
  w: tf.Tensor4D;
  b: tf.Tensor1D;
}

/** b1: 1×1. b3r, b3: 1×1, then 3×3. b5r, b5: 1×1, then 5×5. pp: 1×1 after the pooling. */
export interface InceptionParams {
  b1: CB;
  b3r: CB;
  b3: CB;
  b5r: CB;
  b5: CB;
  pp: CB;
}

/**
 * An inception block: four branches on the same x, concatenated on the channels in the order b1, b3, b5, pp.
 *
 * @param x feature maps: [N, H, W, C]
 * @returns [N, H, W, sum of the four branches' channels]
 * @throws {TypeError} when a tensor is not float32 of the right rank.
 * @throws {RangeError} when a tensor is empty, a kernel has the wrong size, or channels do not chain (naming `b3.w` etc.).
 */
export function inception(x: tf.Tensor4D, p: InceptionParams): tf.Tensor4D {
  throw new Error('not implemented');
}

/**
 * Weights of such a block, without biases.
 *
 * @param cin channels of x, an integer ≥ 1
 * @param s channels given by b1, b3r, b3, b5r, b5 and pp, integers ≥ 1
 * @throws {TypeError} when cin or an entry of s is no number, or s no array.
 * @throws {RangeError} when one of them is no integer ≥ 1, or s has not six entries.
 */
export function inceptionWeights(cin: number, s: [number, number, number, number, number, number]): number {
  throw new Error('not implemented');
}
