import * as tf from '@tensorflow/tfjs-core';

function check(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`dense: ${rule}`);
}

const isFloat = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.rank === rank && value.dtype === 'float32';

/** Y[n, o] = Σᵢ X[n, i]·W[i, o] + b[o], by broadcasting to [N, I, O] and summing. Frees its own tensors. */
export function dense(x: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  check(isFloat(x, 2), TypeError, `x must be 2-D float32, got ${x}`);
  check(isFloat(w, 2), TypeError, `w must be 2-D float32, got ${w}`);
  check(isFloat(b, 1), TypeError, `b must be 1-D float32, got ${b}`);
  check(x.size > 0, RangeError, `x must hold numbers, got ${x.shape}`);
  check(w.size > 0, RangeError, `w must hold numbers, got ${w.shape}`);
  check(b.size > 0, RangeError, `b must hold numbers, got ${b.shape}`);
  check(x.shape[1] === w.shape[0], RangeError, `x must have as many columns as w has rows, got ${x.shape[1]}`);
  check(b.shape[0] === w.shape[1], RangeError, `b must be as long as w is wide, got ${b.shape[0]}`);
  return tf.tidy(() => {
    const products = tf.mul(tf.expandDims(x, 2), tf.expandDims(w, 0));
    return tf.add(tf.sum(products, 1), b) as tf.Tensor2D;
  });
}
