import * as tf from '@tensorflow/tfjs-core';

type Conv = { w: tf.Tensor4D; b: tf.Tensor1D };

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`vggBlock: ${rule}`);
}

const is = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** A convolution is nine matrix products, one for each place of the kernel on the padded image. */
function convolve(h: tf.Tensor4D, { w, b }: Conv): tf.Tensor4D {
  const [batch, height, width, inputs] = h.shape;
  const outputs = w.shape[3];
  const padded = tf.pad(h, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const products = Array.from({ length: 9 }, (_, tap) => {
    const [u, v] = [Math.floor(tap / 3), tap % 3];
    const pixels = tf.reshape(tf.slice(padded, [0, u, v, 0], [batch, height, width, inputs]), [-1, inputs]);
    return tf.matMul(pixels, tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, inputs, outputs]), [inputs, outputs]));
  });
  return tf.reshape(tf.add(tf.addN(products), b), [batch, height, width, outputs]);
}

/** Pairs of rows and of columns get axes of their own, over which the maximum is taken. */
function halve(h: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width, channels] = h.shape;
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const even = tf.slice(h, [0, 0, 0, 0], [batch, 2 * rows, 2 * columns, channels]);
  return tf.reshape(tf.max(tf.reshape(even, [batch * rows, 2, columns, 2, channels]), [1, 3]), [
    batch,
    rows,
    columns,
    channels,
  ]);
}

export function vggBlock(x: tf.Tensor4D, convs: readonly Conv[]): tf.Tensor4D {
  demand(is(x, 4), TypeError, `x must be float32 of rank 4, got ${x}`);
  demand(x.size > 0, RangeError, `x must hold numbers, got [${x.shape}]`);
  demand(Math.min(x.shape[1], x.shape[2]) > 1, RangeError, `x must be 2×2 or larger, got [${x.shape}]`);
  demand(convs.length > 0, RangeError, `convs must hold a convolution, got ${convs.length}`);
  convs.forEach(({ w, b }, i) => {
    const inputs = i === 0 ? x.shape[3] : convs[i - 1]?.w.shape[3];
    demand(is(w, 4), TypeError, `convs[${i}].w must be float32 of rank 4, got ${w}`);
    demand(is(b, 1), TypeError, `convs[${i}].b must be float32 of rank 1, got ${b}`);
    demand(w.shape[0] === 3 && w.shape[1] === 3, RangeError, `convs[${i}].w must be 3×3, got [${w.shape}]`);
    demand(w.size > 0, RangeError, `convs[${i}].w must hold numbers, got [${w.shape}]`);
    demand(w.shape[2] === inputs, RangeError, `convs[${i}].w must take ${inputs} channels, got ${w.shape[2]}`);
    demand(b.size === w.shape[3], RangeError, `convs[${i}].b must hold ${w.shape[3]} numbers, got ${b.size}`);
  });
  return tf.tidy(() => halve(convs.reduce((h, conv) => tf.relu(convolve(h, conv)), x)));
}
