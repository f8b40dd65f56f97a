import * as tf from '@tensorflow/tfjs-core';

/** Images and their classes; x: [N, 16, 16, 1], y: [N], int32. */
export interface Data {
  x: tf.Tensor4D;
  y: tf.Tensor1D;
}

/** w1: [3, 3, 1, 8], b1: [8], w2: [3, 3, 8, 16], b2: [16], w3: [16, 4], b3: [4]: 1,316 numbers. */
export interface Net {
  w1: tf.Tensor4D;
  b1: tf.Tensor1D;
  w2: tf.Tensor4D;
  b2: tf.Tensor1D;
  w3: tf.Tensor2D;
  b3: tf.Tensor1D;
}

/**
 * Draws noisy images of four shapes: 0 disc, 1 square, 2 triangle, 3 cross.
 *
 * @param n how many, an integer ≥ 1
 * @param rng uniform in [0, 1); per image called for class, radius, cx, cy, intensity, then twice per pixel, row by row
 * @returns x: [n, 16, 16, 1], and the classes y: [n], int32
 * @throws {RangeError} when n is not an integer of at least 1.
 */
export function makeShapes(n: number, rng: () => number): Data {
  throw new Error('not implemented');
}

/**
 * Trains conv 3×3 – ReLU – max-pool 2 – conv 3×3 – ReLU – global average pooling – dense with Adam (0.9, 0.999, 1e-8) on
 * the mean cross-entropy of batches drawn with replacement.
 *
 * @param data what is learned from; stays as it is
 * @param init where to start; stays as it is
 * @param o `lr`: learning rate, > 0; `steps`: updates, an integer ≥ 0; `batch`: images per step, an integer ≥ 1
 * @param rng uniform in [0, 1); called once per image of a batch, whose index is ⌊rng()·N⌋
 * @returns new tensors `params`, and `losses`: the loss of each batch before its update
 * @throws {RangeError} when a shape is wrong, lr is not positive, or steps or batch is no such integer.
 */
export function trainTinyCnn(
  data: Data,
  init: Net,
  o: { lr: number; steps: number; batch: number },
  rng: () => number,
): { params: Net; losses: number[] } {
  throw new Error('not implemented');
}
