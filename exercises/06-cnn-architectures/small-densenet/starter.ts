import * as tf from '@tensorflow/tfjs-core';

// Your own layers: import { avgPool, batchNorm, convIm2col, gapHead, relu } from 'my-layers';

/** Tensors by name, such as `block1.layer1.w`. */
export type Tensors = Record<string, tf.Tensor>;

export interface Net {
  /** What is learned. */
  parameters: Tensors;
  /** Running mean and variance of every batch norm. */
  statistics: Tensors;
}

export interface Options {
  /** Whether batch norm takes the batch's statistics, and moves the running ones. */
  training: boolean;
  /** Whether a layer's maps are appended to those before, or to as many zeros. */
  concat: boolean;
  /** Whether maps are normalized before they are scaled and shifted. */
  batchNorm: boolean;
}

/**
 * A net at its start.
 *
 * @param rng uniform in [0, 1); called twice for each weight, kernel after kernel, then for `head.w`
 */
export function createNet(rng: () => number): Net {
  throw new Error('not implemented');
}

/**
 * What the net says to images.
 *
 * @param x images: [N, H, W, 1]
 * @param net stays as it is
 * @returns logits: [N, 10]; `statistics`: after this batch, new tensors
 */
export function forward(x: tf.Tensor4D, net: Net, options: Options): { logits: tf.Tensor2D; statistics: Tensors } {
  throw new Error('not implemented');
}
