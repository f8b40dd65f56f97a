import * as tf from '@tensorflow/tfjs-core';

interface Net {
  w1: tf.Tensor4D;
  b1: tf.Tensor1D;
  w2: tf.Tensor4D;
  b2: tf.Tensor1D;
  w3: tf.Tensor2D;
  b3: tf.Tensor1D;
}
interface Data {
  x: tf.Tensor4D;
  y: tf.Tensor1D;
}
interface Options {
  lr: number;
  steps: number;
  batch: number;
}
type Train = (data: Data, init: Net, o: Options, rng: () => number) => { params: Net; losses: number[] };

/**
 * Trains from each start, and looks at images that the training has not seen.
 *
 * @returns the shares of them that are told rightly, from low to high: `accuracies`, [starts]
 */
export function drive(
  { trainTinyCnn }: { trainTinyCnn: Train },
  data: Data,
  starts: { init: Net; rng: () => number }[],
  o: Options,
  test: Data,
): { accuracies: number[] } {
  const accuracies = starts.map(({ init, rng }) => {
    const { params } = trainTinyCnn(data, init, o, rng);
    return tf.tidy(() => {
      const first = tf.relu(tf.add(tf.conv2d(test.x, params.w1, 1, 1), params.b1)) as tf.Tensor4D;
      const second = tf.relu(tf.add(tf.conv2d(tf.maxPool(first, 2, 2, 0), params.w2, 1, 1), params.b2));
      const logits = tf.add(tf.matMul(tf.mean(second, [1, 2]) as tf.Tensor2D, params.w3), params.b3);
      const right = tf.equal(tf.argMax(logits, 1), test.y);
      return tf.mean(tf.cast(right, 'float32')).dataSync()[0] as number;
    });
  });
  return { accuracies: accuracies.sort((a, b) => a - b) };
}
