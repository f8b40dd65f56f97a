import * as tf from '@tensorflow/tfjs-core';

function requireMatrix(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 2 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`softmaxCrossEntropy: ${name} must be a float32 tensor of rank 2, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`softmaxCrossEntropy: ${name} must not be empty, got [${value.shape}]`);
}

/** How far the row sums of targets may be from 1. */
const SLACK = 1e-4;

function requireDistributions(t: tf.Tensor2D): void {
  const values = Array.from(t.dataSync());
  const [rows, classes] = t.shape;
  for (let n = 0; n < rows; n++) {
    const row = values.slice(n * classes, (n + 1) * classes);
    const negative = row.find((value) => !(value >= 0));
    if (negative !== undefined) throw new RangeError(`softmaxCrossEntropy: t must not be negative, got ${negative}`);
    const sum = row.reduce((total, value) => total + value, 0);
    if (!(Math.abs(sum - 1) <= SLACK)) {
      throw new RangeError(`softmaxCrossEntropy: t must have rows that sum to 1, got ${sum}`);
    }
  }
}

/** −(1/N) Σ t·log softmax(z) and (softmax(z) − t)/N, for z, t: [N, K]. */
export function softmaxCrossEntropy(z: tf.Tensor2D, t: tf.Tensor2D): { loss: tf.Scalar; dz: tf.Tensor2D } {
  requireMatrix('z', z);
  requireMatrix('t', t);
  if (String(t.shape) !== String(z.shape)) {
    throw new RangeError(`softmaxCrossEntropy: t must have shape [${z.shape}] of z, got [${t.shape}]`);
  }
  requireDistributions(t);
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 1, true));
    const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
    const rows = z.shape[0];
    return {
      loss: tf.div(tf.neg(tf.sum(tf.mul(t, logs))), rows),
      dz: tf.div(tf.sub(tf.exp(logs), t), rows),
    };
  });
}
