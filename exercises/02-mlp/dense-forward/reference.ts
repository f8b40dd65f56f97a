import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`dense: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`dense: ${name} must not be empty, got shape [${value.shape}]`);
}

/** Y = XW + b for x: [N, I], w: [I, O], b: [O]; the bias is broadcast over the N rows. */
export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  requireTensor('x', x, 2);
  requireTensor('w', w, 2);
  requireTensor('b', b, 1);
  if (w.shape[0] !== x.shape[1]) {
    throw new RangeError(`dense: w must have ${x.shape[1]} rows to fit x, got ${w.shape[0]}`);
  }
  if (b.shape[0] !== w.shape[1]) {
    throw new RangeError(`dense: b must have length ${w.shape[1]} to fit w, got ${b.shape[0]}`);
  }
  return tf.tidy(() => tf.add(tf.matMul(x, w), b));
}
