import * as tf from '@tensorflow/tfjs-core';

/** Softmax over axis 1 of z: [N, K]; the row maximum is subtracted first, so no exponent is above 0. */
export function softmax(z: tf.Tensor2D): tf.Tensor2D {
  if (!(z instanceof tf.Tensor) || z.rank !== 2 || z.dtype !== 'float32') {
    const got = z instanceof tf.Tensor ? `${z.dtype} of rank ${z.rank}` : String(z);
    throw new TypeError(`softmax: z must be a float32 tensor of rank 2, got ${got}`);
  }
  if (z.size === 0) throw new RangeError(`softmax: z must not be empty, got shape [${z.shape}]`);
  return tf.tidy(() => {
    const exponentials = tf.exp(tf.sub(z, tf.max(z, 1, true)));
    return tf.div(exponentials, tf.sum(exponentials, 1, true)) as tf.Tensor2D;
  });
}
