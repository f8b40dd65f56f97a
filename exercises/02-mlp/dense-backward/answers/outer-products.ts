import * as tf from '@tensorflow/tfjs-core';

type Matrix = tf.Tensor2D;

function validate(parts: Record<'dy' | 'x' | 'w', Matrix>): void {
  for (const [name, value] of Object.entries(parts)) {
    const isMatrix = value instanceof tf.Tensor && value.rank === 2 && value.dtype === 'float32';
    if (!isMatrix) throw new TypeError(`denseBackward: ${name} must be a float32 matrix, got ${value}`);
    if (value.size === 0) throw new RangeError(`denseBackward: ${name} must not be empty, got ${value.shape}`);
  }
  const { dy, x, w } = parts;
  const fits = dy.shape[0] === x.shape[0] && dy.shape[1] === w.shape[1] && x.shape[1] === w.shape[0];
  if (!fits) throw new RangeError(`denseBackward: dy, x and w must fit, got ${dy.shape}; ${x.shape}; ${w.shape}`);
}

/** dW as the sum of one outer product per example, dX as a weighted sum of W's columns. */
export function denseBackward(dy: Matrix, x: Matrix, w: Matrix): { dx: Matrix; dw: Matrix; db: tf.Tensor1D } {
  validate({ dy, x, w });
  return tf.tidy(() => ({
    dx: tf.sum(tf.mul(tf.expandDims(dy, 1), tf.expandDims(w, 0)), 2) as Matrix,
    dw: tf.sum(tf.mul(tf.expandDims(x, 2), tf.expandDims(dy, 1)), 0) as Matrix,
    db: tf.sum(dy, 0) as tf.Tensor1D,
  }));
}
