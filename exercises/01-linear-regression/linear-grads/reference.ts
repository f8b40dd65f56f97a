import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`linearGrads: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`linearGrads: ${name} must not be empty, got shape [${value.shape}]`);
}

/** dw = (2/N) Xᵀe: [D] and db = (2/N) Σe: [] with e = Xw + b − y, for x: [N, D], y: [N], w: [D], b: []. */
export function linearGrads(
  x: tf.Tensor2D,
  y: tf.Tensor1D,
  w: tf.Tensor1D,
  b: tf.Scalar,
): { dw: tf.Tensor1D; db: tf.Scalar } {
  requireTensor('x', x, 2);
  requireTensor('y', y, 1);
  requireTensor('w', w, 1);
  requireTensor('b', b, 0);
  if (y.shape[0] !== x.shape[0]) {
    throw new RangeError(`linearGrads: y must have length ${x.shape[0]} to fit x, got ${y.shape[0]}`);
  }
  if (w.shape[0] !== x.shape[1]) {
    throw new RangeError(`linearGrads: w must have length ${x.shape[1]} to fit x, got ${w.shape[0]}`);
  }
  return tf.tidy(() => {
    const predictions = tf.add(tf.matMul(x, tf.expandDims(w, 1)), b);
    const slopes = tf.mul(tf.sub(predictions, tf.expandDims(y, 1)), 2 / x.shape[0]);
    return { dw: tf.squeeze(tf.matMul(x, slopes, true), [1]), db: tf.sum(slopes) };
  });
}
