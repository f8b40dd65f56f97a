import * as tf from '@tensorflow/tfjs-core';

/** A 1×1 projection of the shortcut. w: [1, 1, C, Cout]; s, t: [Cout]. */
export interface Projection {
  w: tf.Tensor4D;
  s: tf.Tensor1D;
  t: tf.Tensor1D;
}

/** w1: [3, 3, C, Cmid]; s1, t1: [Cmid]; w2: [3, 3, Cmid, Cout]; s2, t2: [Cout]. */
export interface ResidualParams {
  w1: tf.Tensor4D;
  s1: tf.Tensor1D;
  t1: tf.Tensor1D;
  w2: tf.Tensor4D;
  s2: tf.Tensor1D;
  t2: tf.Tensor1D;
  proj?: Projection;
}

/**
 * A basic residual block: y = ReLU(F(x) + shortcut(x)), with batch norm folded into scales s and shifts t.
 *
 * @param x feature maps: [N, H, W, C]
 * @param p weights, scales and shifts
 * @param stride of the first convolution and of the projection, an integer ≥ 1
 * @returns [N, ⌈H/stride⌉, ⌈W/stride⌉, Cout]
 * @throws {TypeError} when a tensor is not float32 of the right rank, or stride is no number.
 * @throws {RangeError} when a tensor is empty or does not fit (naming it), stride is no integer ≥ 1, or `proj` is missing
 *   although stride is not 1 or Cout is not C.
 */
export function residual(x: tf.Tensor4D, p: ResidualParams, stride: number): tf.Tensor4D {
  throw new Error('not implemented');
}
