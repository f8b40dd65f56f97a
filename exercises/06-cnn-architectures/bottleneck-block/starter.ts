import * as tf from '@tensorflow/tfjs-core';

/** w1: [1, 1, C, M], w2: [3, 3, M, M], w3: [1, 1, M, O]; s and t: [M], [M], [O]; proj: [1, 1, C, O], [O], [O]. */
export interface BottleneckParams {
  w1: tf.Tensor4D;
  w2: tf.Tensor4D;
  w3: tf.Tensor4D;
  s: [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
  t: [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
  proj?: { w: tf.Tensor4D; s: tf.Tensor1D; t: tf.Tensor1D };
}

/**
 * A bottleneck block, version 1.5: y = ReLU(F(x) + shortcut(x)), with batch norm folded into scales s and shifts t.
 *
 * @param x feature maps: [N, H, W, C]
 * @param p weights, scales and shifts
 * @param stride of the 3×3 convolution and of the projection, an integer ≥ 1
 * @returns [N, ⌈H/stride⌉, ⌈W/stride⌉, O]
 * @throws {TypeError} when a tensor is not float32 of the right rank, or stride is no number.
 * @throws {RangeError} when a tensor is empty or does not fit (naming it), stride is no integer ≥ 1, or `proj` is missing
 *   although stride is not 1 or O is not C.
 */
export function bottleneck(x: tf.Tensor4D, p: BottleneckParams, stride: number): tf.Tensor4D {
  throw new Error('not implemented');
}

/**
 * Trainable parameters of such a block: weights without biases, and two for each channel of a batch norm.
 *
 * @param cin C, an integer ≥ 1
 * @param width M, an integer ≥ 1
 * @param cout O, an integer ≥ 1
 * @param proj whether there is a projection
 * @throws {TypeError} when a count is no number, or proj no boolean.
 * @throws {RangeError} when a count is no integer ≥ 1, or there is no projection although cout is not cin.
 */
export function bottleneckParams(cin: number, width: number, cout: number, proj: boolean): number {
  throw new Error('not implemented');
}
