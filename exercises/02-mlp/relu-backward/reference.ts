import * as tf from '@tensorflow/tfjs-core';

function requireFloat(fn: string, name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? value.dtype : String(value);
    throw new TypeError(`${fn}: ${name} must be a float32 tensor, got ${got}`);
  }
}

/** max(x, 0) for x of any shape; NaN stays NaN. */
export function relu(x: tf.Tensor): tf.Tensor {
  requireFloat('relu', 'x', x);
  return tf.maximum(x, 0);
}

/** dy where x > 0, else 0: the derivative at 0 is taken as 0. */
export function reluBackward(dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  requireFloat('reluBackward', 'dy', dy);
  requireFloat('reluBackward', 'x', x);
  if (String(dy.shape) !== String(x.shape)) {
    throw new RangeError(`reluBackward: dy must have shape [${x.shape}] of x, got [${dy.shape}]`);
  }
  return tf.tidy(() => tf.mul(dy, tf.cast(tf.greater(x, 0), 'float32')));
}
