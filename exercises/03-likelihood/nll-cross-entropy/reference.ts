import * as tf from '@tensorflow/tfjs-core';

export type NllReport = {
  crossEntropy: tf.Scalar;
  entropy: tf.Scalar;
  kl: tf.Scalar;
  nll: tf.Scalar;
};

function requireMatrix(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 2 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`nllReport: ${name} must be a float32 tensor of rank 2, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`nllReport: ${name} must not be empty, got [${value.shape}]`);
}

/** How far the row sums of targets may be from 1. */
const SLACK = 1e-4;

function requireDistributions(t: tf.Tensor2D): void {
  const values = Array.from(t.dataSync());
  const [rows, classes] = t.shape;
  for (let n = 0; n < rows; n++) {
    const row = values.slice(n * classes, (n + 1) * classes);
    const negative = row.find((value) => !(value >= 0));
    if (negative !== undefined) throw new RangeError(`nllReport: t must not be negative, got ${negative}`);
    const sum = row.reduce((total, value) => total + value, 0);
    if (!(Math.abs(sum - 1) <= SLACK)) throw new RangeError(`nllReport: t must have rows that sum to 1, got ${sum}`);
  }
}

/** H(t, q), H(t) and KL(t‖q) as means over the rows, and −Σ t log q, for q = softmax(z) and t, z: [N, K]. */
export function nllReport(t: tf.Tensor2D, z: tf.Tensor2D): NllReport {
  requireMatrix('t', t);
  requireMatrix('z', z);
  if (String(t.shape) !== String(z.shape)) {
    throw new RangeError(`nllReport: t must have shape [${z.shape}] of z, got [${t.shape}]`);
  }
  requireDistributions(t);
  return tf.tidy(() => {
    const rows = z.shape[0];
    const shifted = tf.sub(z, tf.max(z, 1, true));
    const logQ = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
    const logT = tf.log(tf.where(tf.greater(t, 0), t, tf.onesLike(t)));
    const nll = tf.neg(tf.sum(tf.mul(t, logQ))) as tf.Scalar;
    return {
      crossEntropy: tf.div(nll, rows),
      entropy: tf.div(tf.neg(tf.sum(tf.mul(t, logT))), rows),
      kl: tf.div(tf.sum(tf.mul(t, tf.sub(logT, logQ))), rows),
      nll,
    };
  });
}
