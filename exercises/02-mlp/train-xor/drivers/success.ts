import * as tf from '@tensorflow/tfjs-core';

type Net = Record<'w1' | 'b1' | 'w2' | 'b2', tf.Tensor>;
type TrainXor = (init: Net, o: { lr: number; steps: number }) => Net & { losses: number[] };

/**
 * Trains from each start.
 *
 * @returns per start the last loss, and the margin of the right class over the other on the worst of the four points:
 *   `losses` and `margins`, [starts]
 */
export function drive(
  { trainXor }: { trainXor: TrainXor },
  starts: Net[],
  o: { lr: number; steps: number },
): { losses: number[]; margins: tf.Tensor } {
  const x = tf.tensor2d([0, 0, 0, 1, 1, 0, 1, 1], [4, 2]);
  const right = tf.tensor2d([1, -1, -1, 1, -1, 1, 1, -1], [4, 2]);
  const losses: number[] = [];
  const margins = starts.map((init) => {
    const { losses: all, w1, b1, w2, b2 } = trainXor(init, o);
    losses.push(all.at(-1) ?? Number.NaN);
    return tf.tidy(() => {
      const h = tf.relu(tf.add(tf.matMul(x, w1 as tf.Tensor2D), b1)) as tf.Tensor2D;
      const logits = tf.add(tf.matMul(h, w2 as tf.Tensor2D), b2);
      return tf.min(tf.sum(tf.mul(logits, right), 1));
    });
  });
  return { losses, margins: tf.stack(margins) };
}
