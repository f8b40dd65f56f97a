import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`klDivergence: ${rule}`);
}

function demandRows(name: string, value: tf.Tensor2D): void {
  const isMatrix = value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === 2;
  demand(isMatrix, TypeError, `${name} must be a float32 matrix, got ${value}`);
  demand(value.size > 0, RangeError, `${name} must not be empty, got ${value.shape}`);
  for (const row of value.arraySync()) {
    const total = row.reduce((sum, share) => sum + share, 0);
    const ok = row.every((share) => share >= 0) && Math.abs(total - 1) <= 1e-4;
    demand(ok, RangeError, `${name} must have rows that are distributions, got ${row}`);
  }
}

/** Cross-entropy minus entropy; 1 is added wherever p is 0, so that both logarithms are finite there. */
export function klDivergence(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor1D {
  demandRows('p', p);
  demandRows('q', q);
  demand(p.shape.join() === q.shape.join(), RangeError, `q must have the shape of p, got ${q.shape}`);
  return tf.tidy(() => {
    const never = tf.cast(tf.lessEqual(p, 0), 'float32');
    const surprise = (believed: tf.Tensor) => tf.neg(tf.sum(tf.mul(p, tf.log(tf.add(believed, never))), 1));
    return tf.sub(surprise(q), surprise(p));
  });
}
