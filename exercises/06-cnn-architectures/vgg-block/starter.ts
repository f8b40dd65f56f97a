import * as tf from '@tensorflow/tfjs-core';

/** One 3×3 convolution: w: [3, 3, Cin, Cout], b: [Cout]. */
export interface Conv {
  w: tf.Tensor4D;
  b: tf.Tensor1D;
}

/**
 * A VGG block: 3×3 convolutions that keep height and width, each with bias and ReLU; then max pooling, window 2, stride 2.
 *
 * @param x images or feature maps: [N, H, W, C]
 * @param convs the first takes C channels, each other one what the one before gives
 * @returns [N, ⌊H/2⌋, ⌊W/2⌋, Cout], for the Cout channels of the last convolution
 * @throws {TypeError} when a tensor is not float32 of the right rank.
 * @throws {RangeError} when there is no convolution, a tensor is empty, a kernel is not 3×3, H or W is below 2, or
 *   channels do not chain (naming `convs[i]`).
 */
export function vggBlock(x: tf.Tensor4D, convs: readonly Conv[]): tf.Tensor4D {
  throw new Error('not implemented');
}
