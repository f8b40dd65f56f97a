import * as tf from '@tensorflow/tfjs-core';

function requireMatrix(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 2 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`denseBackward: ${name} must be a float32 tensor of rank 2, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`denseBackward: ${name} must not be empty, got shape [${value.shape}]`);
}

/** Gradients of L through Y = XW + b, for dy = ∂L/∂Y: [N, O], x: [N, I] and w: [I, O]. */
export function denseBackward(
  dy: tf.Tensor2D,
  x: tf.Tensor2D,
  w: tf.Tensor2D,
): { dx: tf.Tensor2D; dw: tf.Tensor2D; db: tf.Tensor1D } {
  requireMatrix('dy', dy);
  requireMatrix('x', x);
  requireMatrix('w', w);
  if (dy.shape[0] !== x.shape[0]) {
    throw new RangeError(`denseBackward: dy must have ${x.shape[0]} rows to fit x, got ${dy.shape[0]}`);
  }
  if (dy.shape[1] !== w.shape[1]) {
    throw new RangeError(`denseBackward: dy must have ${w.shape[1]} columns to fit w, got ${dy.shape[1]}`);
  }
  if (x.shape[1] !== w.shape[0]) {
    throw new RangeError(`denseBackward: w must have ${x.shape[1]} rows to fit x, got ${w.shape[0]}`);
  }
  return tf.tidy(() => ({
    dx: tf.matMul(dy, w, false, true),
    dw: tf.matMul(x, dy, true, false),
    db: tf.sum(dy, 0),
  }));
}
