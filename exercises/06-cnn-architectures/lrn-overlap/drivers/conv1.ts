import * as tf from '@tensorflow/tfjs-core';

type AlexBlock = (x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D, stride: number) => tf.Tensor4D;

/**
 * The first layer at its real size, with 8 of its 96 filters, on a uniform image that they average: too large to be sent.
 *
 * @param level of every pixel
 * @returns `shape` of the result; `corner`: its first pixel, [8]
 */
export function drive({ alexBlock }: { alexBlock: AlexBlock }, level: number) {
  const x = tf.fill<tf.Rank.R4>([1, 227, 227, 3], level);
  const w = tf.fill<tf.Rank.R4>([11, 11, 3, 8], 1 / 363);
  const y = alexBlock(x, w, tf.zeros([8]), 4);
  return { shape: [...y.shape], corner: tf.reshape(tf.slice(y, [0, 0, 0, 0], [1, 1, 1, -1]), [-1]) };
}
