import * as tf from '@tensorflow/tfjs-core';

/** Two dense layers: w1: [2, 16], b1: [16], w2: [16, 2], b2: [2]. */
export interface Net {
  w1: tf.Tensor2D;
  b1: tf.Tensor1D;
  w2: tf.Tensor2D;
  b2: tf.Tensor1D;
}

/**
 * Trains a 2-16-2 network with ReLU on the four points of XOR: full batch, mean cross-entropy, plain gradient descent.
 *
 * @param init where to start; stays as it is
 * @param o `lr`: learning rate, > 0; `steps`: updates, an integer ≥ 0
 * @returns the trained tensors, and `losses`: the loss before each update
 * @throws {RangeError} when a shape is wrong, lr is not positive or steps is no count.
 */
export function trainXor(init: Net, o: { lr: number; steps: number }): Net & { losses: number[] } {
  throw new Error('not implemented');
}
