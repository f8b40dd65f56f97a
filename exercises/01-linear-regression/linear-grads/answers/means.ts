import * as tf from '@tensorflow/tfjs-core';

const is = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`linearGrads: ${rule}`);
}

/** Twice the mean of e·x, and twice the mean of e. */
export function linearGrads(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, b: tf.Scalar) {
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
    const products = tf.mul(x, tf.expandDims(error, 1));
    return { dw: tf.mul(2, tf.mean(products, 0)) as tf.Tensor1D, db: tf.mul(2, tf.mean(error)) as tf.Scalar };
  });
}
