import * as tf from '@tensorflow/tfjs-core';

function requireRank(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`gaussianLogLik: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
}

/** Of one observation, whatever the parameters. */
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** Σ [−½ log 2π − log σ − ½u²] with u = (x − μ)/σ, for x: [N] and scalars μ and log σ. */
export function gaussianLogLik(x: tf.Tensor1D, mu: tf.Scalar, logSigma: tf.Scalar): tf.Scalar {
  requireRank('x', x, 1);
  requireRank('mu', mu, 0);
  requireRank('logSigma', logSigma, 0);
  if (x.size === 0) throw new RangeError(`gaussianLogLik: x must not be empty, got shape [${x.shape}]`);
  return tf.tidy(() => {
    const u = tf.div(tf.sub(x, mu), tf.exp(logSigma));
    const squares = tf.mul(tf.square(u), -0.5);
    return tf.sum(tf.sub(squares, tf.add(logSigma, HALF_LOG_TWO_PI)));
  });
}
