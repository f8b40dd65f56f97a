import * as tf from '@tensorflow/tfjs-core';

const isFloat = (value: unknown): value is tf.Tensor => value instanceof tf.Tensor && value.dtype === 'float32';

/** x where it is not below 0, so that NaN passes. */
export function relu(x: tf.Tensor): tf.Tensor {
  if (!isFloat(x)) throw new TypeError(`relu: x is no float32 tensor, got ${x}`);
  return tf.tidy(() => tf.where(tf.less(x, 0), tf.zerosLike(x), x));
}

/** dy where x is above 0. */
export function reluBackward(dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  if (!isFloat(dy)) throw new TypeError(`reluBackward: dy is no float32 tensor, got ${dy}`);
  if (!isFloat(x)) throw new TypeError(`reluBackward: x is no float32 tensor, got ${x}`);
  const same = dy.rank === x.rank && dy.shape.every((extent, axis) => extent === x.shape[axis]);
  if (!same) throw new RangeError(`reluBackward: x and dy differ in shape, got ${x.shape} and ${dy.shape}`);
  return tf.tidy(() => tf.where(tf.greater(x, 0), dy, tf.zerosLike(dy)));
}
