import * as tf from '@tensorflow/tfjs-core';

/**
 * Blends each example with its partner, images and labels alike: lam·a + (1 − lam)·a[perm].
 *
 * @param x images: [N, H, W, C]
 * @param t target distributions: [N, K]
 * @param perm partner of each example: a permutation of 0 … N−1
 * @param lam share of the example itself, in [0, 1]
 * @returns x: [N, H, W, C] and t: [N, K]
 * @throws {TypeError} when x or t is not a float32 tensor of its rank, or perm is no array.
 * @throws {RangeError} when a tensor is empty, t has not N rows, perm is no permutation, or lam is not in [0, 1].
 */
export function mixup(x: tf.Tensor4D, t: tf.Tensor2D, perm: number[], lam: number): { x: tf.Tensor4D; t: tf.Tensor2D } {
  throw new Error('not implemented');
}

/**
 * Pastes a box of the partner's image into each image, and mixes the labels by the area that was pasted.
 *
 * @param cy row of the box's centre, an integer in [0, H)
 * @param cx column of the box's centre, an integer in [0, W)
 * @returns x: [N, H, W, C], t: [N, K] and lam, the share of the image that is left
 * @throws as mixup does; {RangeError} also when cy or cx is no integer in its range.
 */
export function cutmix(
  x: tf.Tensor4D,
  t: tf.Tensor2D,
  perm: number[],
  lam: number,
  cy: number,
  cx: number,
): { x: tf.Tensor4D; t: tf.Tensor2D; lam: number } {
  throw new Error('not implemented');
}
