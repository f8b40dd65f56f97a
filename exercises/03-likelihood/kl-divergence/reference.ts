import * as tf from '@tensorflow/tfjs-core';

function requireMatrix(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 2 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`klDivergence: ${name} must be a float32 tensor of rank 2, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`klDivergence: ${name} must not be empty, got [${value.shape}]`);
}

/** How far a row's sum may be from 1. */
const SLACK = 1e-4;

function requireDistributions(name: string, tensor: tf.Tensor2D): void {
  const values = Array.from(tensor.dataSync());
  const [rows, classes] = tensor.shape;
  for (let n = 0; n < rows; n++) {
    const row = values.slice(n * classes, (n + 1) * classes);
    const negative = row.find((value) => !(value >= 0));
    if (negative !== undefined) throw new RangeError(`klDivergence: ${name} must not be negative, got ${negative}`);
    const sum = row.reduce((total, value) => total + value, 0);
    if (!(Math.abs(sum - 1) <= SLACK)) {
      throw new RangeError(`klDivergence: ${name} must have rows that sum to 1, got ${sum}`);
    }
  }
}

/** Σ p (log p − log q) of each row, for p, q: [N, K]. */
export function klDivergence(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor1D {
  requireMatrix('p', p);
  requireMatrix('q', q);
  if (String(p.shape) !== String(q.shape)) {
    throw new RangeError(`klDivergence: q must have shape [${p.shape}] of p, got [${q.shape}]`);
  }
  requireDistributions('p', p);
  requireDistributions('q', q);
  return tf.tidy(() => {
    const occurs = tf.greater(p, 0);
    const one = tf.onesLike(p);
    // What is chosen before the logarithm, not after it, has a finite gradient.
    const logP = tf.log(tf.where(occurs, p, one));
    const logQ = tf.log(tf.where(occurs, q, one));
    return tf.sum(tf.mul(p, tf.sub(logP, logQ)), 1) as tf.Tensor1D;
  });
}
