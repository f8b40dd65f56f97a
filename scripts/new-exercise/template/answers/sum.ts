import * as tf from '@tensorflow/tfjs-core';

export function template(x: tf.Tensor2D): tf.Tensor2D {
  const isMatrix = x instanceof tf.Tensor && x.rank === 2 && x.dtype === 'float32';
  if (!isMatrix) throw new TypeError(`template: x must be a float32 matrix, got ${x}`);
  if (x.size === 0) throw new RangeError(`template: x must hold numbers, got ${x.shape}`);
  return tf.add(x, x);
}
