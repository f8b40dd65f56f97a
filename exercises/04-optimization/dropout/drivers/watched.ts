import * as tf from '@tensorflow/tfjs-core';

type Dropout = (
  x: tf.Tensor2D,
  rate: number,
  training: boolean,
  rng: () => number,
) => { y: tf.Tensor2D; mask: tf.Tensor2D };

/** One call, the calls of rng that it made (`draws`), mask ⊙ mask (`squared`, [N, D]), and whether y is x itself. */
export function drive(
  { dropout }: { dropout: Dropout },
  x: tf.Tensor2D,
  rate: number,
  training: boolean,
  rng: () => number,
) {
  let draws = 0;
  const { y, mask } = dropout(x, rate, training, () => {
    draws += 1;
    return rng();
  });
  return { y, mask, squared: tf.mul(mask, mask), draws, isInput: y === x };
}
