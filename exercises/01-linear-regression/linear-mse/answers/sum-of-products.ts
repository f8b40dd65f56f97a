import * as tf from '@tensorflow/tfjs-core';

const is = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`linearMse: ${rule}`);
}

/** Products x·w summed along each row, without a matrix product; the mean as a sum over N. */
export function linearMse(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, b: tf.Scalar): tf.Scalar {
  demand(is(x, 2), TypeError, `x must be a float32 matrix, got ${x}`);
  demand(is(y, 1), TypeError, `y must be a float32 vector, got ${y}`);
  demand(is(w, 1), TypeError, `w must be a float32 vector, got ${w}`);
  demand(is(b, 0), TypeError, `b must be a float32 scalar, got ${b}`);
  const [rows, columns] = x.shape;
  demand(rows > 0 && columns > 0, RangeError, `x must not be empty, got [${x.shape}]`);
  demand(y.size === rows, RangeError, `y must have ${rows} elements, got ${y.size}`);
  demand(w.size === columns, RangeError, `w must have ${columns} elements, got ${w.size}`);
  return tf.tidy(() => {
    const error = tf.sub(tf.add(tf.sum(tf.mul(x, w), 1), b), y);
    return tf.div(tf.sum(tf.mul(error, error)), rows) as tf.Scalar;
  });
}
