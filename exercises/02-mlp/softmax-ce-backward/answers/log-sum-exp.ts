import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`softmaxCrossEntropy: ${rule}`);
}

const isMatrix = (value: unknown) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === 2;

/** Since each row of t sums to 1, the loss of a row is log Σ exp(z) − t·z. */
export function softmaxCrossEntropy(z: tf.Tensor2D, t: tf.Tensor2D) {
  demand(isMatrix(z), TypeError, `z must be a float32 matrix, got ${z}`);
  demand(isMatrix(t), TypeError, `t must be a float32 matrix, got ${t}`);
  demand(z.size > 0, RangeError, `z must not be empty, got ${z.shape}`);
  demand(z.shape[0] === t.shape[0] && z.shape[1] === t.shape[1], RangeError, `t must fit z, got ${t.shape}`);
  for (const row of t.arraySync()) {
    demand(
      row.every((share) => share >= 0),
      RangeError,
      `t must be at least 0, got ${row}`,
    );
    const sum = row.reduce((a, b) => a + b);
    demand(Math.abs(sum - 1) < 1.01e-4, RangeError, `t must sum to 1 in each row, got ${sum}`);
  }
  return tf.tidy(() => {
    const peak = tf.max(z, 1, true);
    const centered = tf.sub(z, peak);
    const logSum = tf.log(tf.sum(tf.exp(centered), 1, true));
    const perRow = tf.sub(logSum, tf.sum(tf.mul(t, centered), 1, true));
    const probabilities = tf.exp(tf.sub(centered, logSum));
    return {
      loss: tf.mean(perRow) as tf.Scalar,
      dz: tf.mul(tf.sub(probabilities, t), 1 / z.shape[0]) as tf.Tensor2D,
    };
  });
}
