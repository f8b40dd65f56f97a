import * as tf from '@tensorflow/tfjs-core';

function requireNumber(name: string, value: unknown): void {
  if (typeof value !== 'number') throw new TypeError(`smoothLabels: ${name} must be a number, got ${typeof value}`);
}

function requireArguments(labels: tf.Tensor1D, K: number, eps: number): void {
  if (!(labels instanceof tf.Tensor) || labels.rank !== 1 || labels.dtype !== 'int32') {
    const got = labels instanceof tf.Tensor ? `${labels.dtype} of rank ${labels.rank}` : String(labels);
    throw new TypeError(`smoothLabels: labels must be an int32 tensor of rank 1, got ${got}`);
  }
  requireNumber('K', K);
  requireNumber('eps', eps);
  if (labels.size === 0) throw new RangeError(`smoothLabels: labels must not be empty, got shape [${labels.shape}]`);
  if (!Number.isInteger(K) || K < 2) throw new RangeError(`smoothLabels: K must be an integer of at least 2, got ${K}`);
  if (!(eps >= 0 && eps < 1)) throw new RangeError(`smoothLabels: eps must be in [0, 1), got ${eps}`);
  const outside = labels.dataSync().find((label) => label < 0 || label >= K);
  if (outside !== undefined) {
    throw new RangeError(`smoothLabels: labels must be from 0 to ${K - 1}, got ${outside}`);
  }
}

/** (1 − eps) · one-hot + eps/K for labels: [N]; result: [N, K]. */
export function smoothLabels(labels: tf.Tensor1D, K: number, eps: number): tf.Tensor2D {
  requireArguments(labels, K, eps);
  return tf.tidy(() => tf.add(tf.mul(tf.oneHot(labels, K, 1, 0, 'float32'), 1 - eps), eps / K) as tf.Tensor2D);
}
