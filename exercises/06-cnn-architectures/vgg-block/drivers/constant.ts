import * as tf from '@tensorflow/tfjs-core';

type Conv = { w: tf.Tensor4D; b: tf.Tensor1D };
type VggBlock = (x: tf.Tensor4D, convs: Conv[]) => tf.Tensor4D;

/**
 * The block on an image of ones, [1, extent, extent, channels], with `depth` convolutions that average what they see and
 * keep the number of channels: sizes that are too large to be sent.
 *
 * @returns `shape` of the result; `middle`: its pixel in the middle, [channels]; `weights`: how many, without biases
 */
export function drive({ vggBlock }: { vggBlock: VggBlock }, extent: number, channels: number, depth: number) {
  const convs = Array.from({ length: depth }, () => ({
    w: tf.fill<tf.Rank.R4>([3, 3, channels, channels], 1 / (9 * channels)),
    b: tf.zeros<tf.Rank.R1>([channels]),
  }));
  const y = vggBlock(tf.ones([1, extent, extent, channels]), convs);
  const [, rows, columns] = y.shape;
  const middle = tf.slice(y, [0, Math.floor(rows / 2), Math.floor(columns / 2), 0], [1, 1, 1, -1]);
  return {
    shape: [...y.shape],
    middle: tf.reshape(middle, [-1]),
    weights: convs.reduce((sum, { w }) => sum + w.size, 0),
  };
}
