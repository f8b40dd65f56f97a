import * as tf from '@tensorflow/tfjs-core';

/** Means as a matrix product with ones: 1ᵀX / N. */
export function standardize(x: tf.Tensor2D, eps = 1e-5): tf.Tensor2D {
  if (!(x instanceof tf.Tensor)) throw new TypeError(`standardize: x must be a tensor, got ${x}`);
  if (x.rank !== 2 || x.dtype !== 'float32') {
    throw new TypeError(`standardize: x must be a float32 matrix, got ${x.dtype} of rank ${x.rank}`);
  }
  if (x.shape.includes(0)) throw new RangeError(`standardize: x must have elements, got [${x.shape}]`);
  if (Number.isNaN(eps) || eps <= 0) throw new RangeError(`standardize: eps must be above 0, got ${eps}`);
  const rows = x.shape[0];
  return tf.tidy(() => {
    const average = (m: tf.Tensor2D) => tf.matMul(tf.fill([1, rows], 1 / rows), m);
    const offset = tf.sub(x, average(x)) as tf.Tensor2D;
    const scale = tf.rsqrt(tf.add(average(tf.mul(offset, offset) as tf.Tensor2D), eps));
    return tf.mul(offset, scale);
  });
}
