import * as tf from '@tensorflow/tfjs-core';

/** One dense layer: w: [in, out], b: [out]. */
export interface Layer {
  w: tf.Tensor2D;
  b: tf.Tensor1D;
}

/**
 * The output of a multi-layer perceptron: dense layers with an activation between them, none after the last.
 *
 * @param x one example per row: [N, I]
 * @param layers the first takes I inputs, each other one what the one before gives
 * @param act applied after every layer but the last
 * @returns [N, O], for O outputs of the last layer
 * @throws {TypeError} when a tensor is not float32 of the right rank or act is unknown.
 * @throws {RangeError} when there is no layer, a tensor is empty, or extents do not fit (naming `layers[i]`).
 */
export function mlp(x: tf.Tensor2D, layers: readonly Layer[], act: 'relu' | 'tanh' | 'identity'): tf.Tensor2D {
  throw new Error('not implemented');
}
