import * as tf from '@tensorflow/tfjs-core';

function requireVector(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 1 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`bernoulliLogLik: ${name} must be a float32 tensor of rank 1, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`bernoulliLogLik: ${name} must not be empty, got [${value.shape}]`);
}

/** Σ (y z − softplus(z)), for y, z: [N]. */
export function bernoulliLogLik(y: tf.Tensor1D, z: tf.Tensor1D): tf.Scalar {
  requireVector('y', y);
  requireVector('z', z);
  if (y.size !== z.size) throw new RangeError(`bernoulliLogLik: y must be as long as z, ${z.size}, got ${y.size}`);
  const other = y.dataSync().find((label) => label !== 0 && label !== 1);
  if (other !== undefined) throw new RangeError(`bernoulliLogLik: y must be 0 or 1, got ${other}`);
  return tf.tidy(() => {
    // At z = 0 relu takes slope 0 and abs takes −1: the same side of both kinks, so that softplus has ½.
    const softplus = tf.add(tf.relu(z), tf.log1p(tf.exp(tf.neg(tf.abs(z)))));
    return tf.sum(tf.sub(tf.mul(y, z), softplus));
  });
}
