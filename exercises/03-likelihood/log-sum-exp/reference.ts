import * as tf from '@tensorflow/tfjs-core';

/** m + log Σ exp(z − m) over axis 1 of z: [N, K], with the row maximum m, or 0 where that is infinite. */
export function logSumExp(z: tf.Tensor2D): tf.Tensor1D {
  if (!(z instanceof tf.Tensor) || z.rank !== 2 || z.dtype !== 'float32') {
    const got = z instanceof tf.Tensor ? `${z.dtype} of rank ${z.rank}` : String(z);
    throw new TypeError(`logSumExp: z must be a float32 tensor of rank 2, got ${got}`);
  }
  if (z.size === 0) throw new RangeError(`logSumExp: z must not be empty, got shape [${z.shape}]`);
  return tf.tidy(() => {
    const most = tf.max(z, 1, true);
    const m = tf.where(tf.isFinite(most), most, 0);
    const logs = tf.log(tf.sum(tf.exp(tf.sub(z, m)), 1));
    return tf.add(tf.squeeze(m, [1]), logs);
  });
}
