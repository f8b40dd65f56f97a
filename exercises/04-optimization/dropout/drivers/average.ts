import * as tf from '@tensorflow/tfjs-core';

type Dropout = (
  x: tf.Tensor2D,
  rate: number,
  training: boolean,
  rng: () => number,
) => { y: tf.Tensor2D; mask: tf.Tensor2D };

/** The mean of y in training, for `n` rows that all are `row`: [1, D]. */
export function drive(
  { dropout }: { dropout: Dropout },
  row: tf.Tensor2D,
  n: number,
  rate: number,
  rng: () => number,
): tf.Tensor {
  const x = tf.tile(row, [n, 1]);
  const { y, mask } = dropout(x, rate, true, rng);
  const mean = tf.mean(y, 0);
  tf.dispose([x, y, mask]);
  return mean;
}
