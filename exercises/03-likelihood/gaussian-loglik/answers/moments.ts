import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`gaussianLogLik: ${rule}`);
}

const isFloat = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** Constants N times outside the sum; the sum of squares as precision times Σ (x − μ)². */
export function gaussianLogLik(x: tf.Tensor1D, mu: tf.Scalar, logSigma: tf.Scalar): tf.Scalar {
  demand(isFloat(x, 1), TypeError, `x must be a float32 vector, got ${x}`);
  demand(isFloat(mu, 0), TypeError, `mu must be a float32 scalar, got ${mu}`);
  demand(isFloat(logSigma, 0), TypeError, `logSigma must be a float32 scalar, got ${logSigma}`);
  demand(x.size > 0, RangeError, `x must have observations, got ${x.shape}`);
  return tf.tidy(() => {
    const precision = tf.exp(tf.mul(logSigma, -2));
    const deviations = tf.sub(x, mu);
    const distance = tf.mul(precision, tf.dot(deviations, deviations));
    const perObservation = tf.add(tf.mul(logSigma, 2), Math.log(2 * Math.PI));
    return tf.mul(tf.add(distance, tf.mul(perObservation, x.size)), -0.5) as tf.Scalar;
  });
}
