import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`nllReport: ${rule}`);
}

function demandMatrix(name: string, value: tf.Tensor2D): void {
  const isMatrix = value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === 2;
  demand(isMatrix, TypeError, `${name} must be a float32 matrix, got ${value}`);
  demand(value.size > 0, RangeError, `${name} must not be empty, got ${value.shape}`);
}

/** A row costs log Σ exp z − Σ t z, since its targets sum to 1; KL is what the entropy leaves of it. */
export function nllReport(t: tf.Tensor2D, z: tf.Tensor2D) {
  demandMatrix('t', t);
  demandMatrix('z', z);
  demand(t.shape[0] === z.shape[0] && t.shape[1] === z.shape[1], RangeError, `t must have z's shape, got ${t.shape}`);
  for (const row of t.arraySync()) {
    const total = row.reduce((sum, share) => sum + share, 0);
    const ok = row.every((share) => share >= 0) && Math.abs(total - 1) <= 1e-4;
    demand(ok, RangeError, `t must have rows that are distributions, got ${row}`);
  }
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 1, true));
    const costs = tf.sub(tf.log(tf.sum(tf.exp(shifted), 1)), tf.sum(tf.mul(t, shifted), 1));
    const never = tf.cast(tf.lessEqual(t, 0), 'float32');
    const entropies = tf.neg(tf.sum(tf.mul(t, tf.log(tf.add(t, never))), 1));
    return {
      crossEntropy: tf.mean(costs),
      entropy: tf.mean(entropies),
      kl: tf.mean(tf.sub(costs, entropies)),
      nll: tf.sum(costs),
    };
  });
}
