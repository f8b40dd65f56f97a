import * as tf from '@tensorflow/tfjs-core';

/** exp of (z − log-sum-exp of the row). */
export function softmax(z: tf.Tensor2D): tf.Tensor2D {
  if (!(z instanceof tf.Tensor) || z.rank !== 2) throw new TypeError(`softmax: z must have rank 2, got ${z}`);
  if (z.dtype !== 'float32') throw new TypeError(`softmax: z must be float32, got ${z.dtype}`);
  if (!z.shape.every((extent) => extent >= 1)) throw new RangeError(`softmax: z must not be empty, got ${z.shape}`);
  return tf.tidy(() => {
    const centred = tf.sub(z, tf.max(z, 1, true));
    const logTotal = tf.log(tf.sum(tf.exp(centred), 1, true));
    return tf.exp(tf.sub(centred, logTotal)) as tf.Tensor2D;
  });
}
