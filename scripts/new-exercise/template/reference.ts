import * as tf from '@tensorflow/tfjs-core';

/** 2x for x: [N, D]. */
export function template(x: tf.Tensor2D): tf.Tensor2D {
  if (!(x instanceof tf.Tensor) || x.rank !== 2 || x.dtype !== 'float32') {
    throw new TypeError(`template: x must be a float32 tensor of rank 2, got ${x}`);
  }
  if (x.size === 0) throw new RangeError(`template: x must not be empty, got shape [${x.shape}]`);
  return tf.tidy(() => tf.mul(x, 2));
}
