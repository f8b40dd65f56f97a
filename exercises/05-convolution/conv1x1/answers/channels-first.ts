import * as tf from '@tensorflow/tfjs-core';

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`conv1x1: ${rule}`);
}

const isFloat = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.rank === rank && value.dtype === 'float32';

/** Wᵀ from the left, with one column per pixel. */
export function conv1x1(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor4D {
  demand(isFloat(x, 4), TypeError, `x has to be a float32 tensor of rank 4, got ${x}`);
  demand(isFloat(w, 2), TypeError, `w has to be a float32 matrix, got ${w}`);
  demand(isFloat(b, 1), TypeError, `b has to be a float32 vector, got ${b}`);
  for (const [name, tensor] of Object.entries({ x, w, b })) {
    demand(!tensor.shape.includes(0), RangeError, `${name} has to hold numbers, got [${tensor.shape}]`);
  }
  const [n, height, width, channels] = x.shape;
  demand(w.shape[0] === channels, RangeError, `w has to have ${channels} rows, got ${w.shape[0]}`);
  demand(b.shape[0] === w.shape[1], RangeError, `b has to hold ${w.shape[1]} numbers, got ${b.shape[0]}`);

  return tf.tidy(() => {
    const columns = tf.reshape(tf.transpose(x, [3, 0, 1, 2]), [channels, -1]) as tf.Tensor2D;
    const sums = tf.add(tf.matMul(w, columns, true), tf.reshape(b, [-1, 1]));
    return tf.transpose(tf.reshape(sums, [-1, n, height, width]), [1, 2, 3, 0]) as tf.Tensor4D;
  });
}
