import * as tf from '@tensorflow/tfjs-core';

// Your own layers: import { convIm2col, dense, lrn, maxPool, relu } from 'my-layers';

/** Tensors by name, such as `conv1.w`. */
export type Tensors = Record<string, tf.Tensor>;

export interface Net {
  /** What is learned. */
  parameters: Tensors;
  /** This net keeps count of nothing: empty. */
  statistics: Tensors;
}

export interface Options {
  /** The same in training and in evaluation: no layer of this net asks. */
  training: boolean;
  /** Whether the first two stages have local response normalization. */
  lrn: boolean;
  /** Whether pooling windows overlap. */
  overlap: boolean;
}

/**
 * A net at its start.
 *
 * @param rng uniform in [0, 1); called twice for each weight, tensor after tensor
 */
export function createNet(rng: () => number): Net {
  throw new Error('not implemented');
}

/**
 * What the net says to images.
 *
 * @param x images: [N, 16, 16, 1]
 * @param net stays as it is
 * @returns logits: [N, 10]; `statistics`: empty
 */
export function forward(x: tf.Tensor4D, net: Net, options: Options): { logits: tf.Tensor2D; statistics: Tensors } {
  throw new Error('not implemented');
}
