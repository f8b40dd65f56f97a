import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`bernoulliLogLik: ${rule}`);
}

const isVector = (value: unknown) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === 1;

/** A coin is a softmax of the logits 0 and z: softplus is their log-sum-exp. */
export function bernoulliLogLik(y: tf.Tensor1D, z: tf.Tensor1D): tf.Scalar {
  demand(isVector(y), TypeError, `y must be a float32 vector, got ${y}`);
  demand(isVector(z), TypeError, `z must be a float32 vector, got ${z}`);
  demand(z.size > 0, RangeError, `z must not be empty, got ${z.shape}`);
  demand(y.size === z.size, RangeError, `y must fit z, got ${y.size} labels`);
  for (const label of y.arraySync()) demand(label === 0 || label === 1, RangeError, `y must be 0 or 1, got ${label}`);
  return tf.tidy(() => {
    const logits = tf.stack([tf.mul(z, 0), z], 1);
    const most = tf.max(logits, 1, true);
    const logSum = tf.add(tf.squeeze(most, [1]), tf.log(tf.sum(tf.exp(tf.sub(logits, most)), 1)));
    return tf.sub(tf.sum(tf.mul(y, z)), tf.sum(logSum)) as tf.Scalar;
  });
}
