import * as tf from '@tensorflow/tfjs-core';

/** (x − μ) / √(v + eps) for x: [N, D], with the mean μ: [1, D] and the population variance v: [1, D] of each column. */
export function standardize(x: tf.Tensor2D, eps = 1e-5): tf.Tensor2D {
  if (!(x instanceof tf.Tensor) || x.rank !== 2 || x.dtype !== 'float32') {
    const got = x instanceof tf.Tensor ? `${x.dtype} of rank ${x.rank}` : String(x);
    throw new TypeError(`standardize: x must be a float32 tensor of rank 2, got ${got}`);
  }
  if (x.size === 0) throw new RangeError(`standardize: x must not be empty, got shape [${x.shape}]`);
  if (!(eps > 0)) throw new RangeError(`standardize: eps must be positive, got ${eps}`);
  return tf.tidy(() => {
    const centered = tf.sub(x, tf.mean(x, 0, true));
    const variance = tf.mean(tf.square(centered), 0, true);
    return tf.div(centered, tf.sqrt(tf.add(variance, eps)));
  });
}
