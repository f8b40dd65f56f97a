import * as tf from '@tensorflow/tfjs-core';

type Transition = (x: tf.Tensor4D, s: tf.Tensor1D, t: tf.Tensor1D, w: tf.Tensor4D) => tf.Tensor4D;

/**
 * The first transition of DenseNet-121 with all of its channels, on 56 rows of 2 pixels with values 0, 1, 2, … from the top.
 *
 * @returns `shape` of the result; `column`: its first channel, [28]; `parameters`: how many numbers s, t and w hold
 */
export function drive({ transition }: { transition: Transition }) {
  const [s, t] = [tf.fill<tf.Rank.R1>([256], 2), tf.ones<tf.Rank.R1>([256])];
  const w = tf.fill<tf.Rank.R4>([1, 1, 256, 128], 1 / 256);
  const rows = tf.reshape(tf.range(0, 56), [1, 56, 1, 1]);
  const y = transition(tf.tile(rows, [1, 1, 2, 256]) as tf.Tensor4D, s, t, w);
  const column = tf.reshape(tf.slice(y, [0, 0, 0, 0], [1, -1, 1, 1]), [-1]);
  return { shape: [...y.shape], column, parameters: s.size + t.size + w.size };
}
