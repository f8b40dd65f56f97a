import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };

function validate(x: tf.Tensor4D, w: tf.Tensor4D, { stride, pad }: Options): void {
  for (const [name, value] of Object.entries({ x, w })) {
    const fits = value instanceof tf.Tensor && value.dtype === 'float32' && value.rank === 4;
    if (!fits) throw new TypeError(`convTranspose: ${name} must be float32 of rank 4, got ${value}`);
    if (value.shape.includes(0)) throw new RangeError(`convTranspose: ${name} must hold numbers, got ${value.shape}`);
  }
  for (const [name, value, least] of [['stride', stride, 1] as const, ['pad', pad, 0] as const]) {
    if (typeof value !== 'number') throw new TypeError(`convTranspose: ${name} must be a number, got ${value}`);
    if (!Number.isInteger(value) || value < least) {
      throw new RangeError(`convTranspose: ${name} must be a count, got ${value}`);
    }
  }
  if (x.shape[3] !== w.shape[3]) throw new RangeError(`convTranspose: w must fit x, got ${w.shape}`);
}

/** All patches by one product, [N, H, W, kh, kw, Cout]; then two products with zeros and ones add them in place. */
export function convTranspose(x: tf.Tensor4D, w: tf.Tensor4D, o: Options): tf.Tensor4D {
  validate(x, w, o);
  const [n, height, width, cin] = x.shape;
  const [kh, kw, cout] = w.shape;
  const sizeOf = (count: number, k: number) => (count - 1) * o.stride - 2 * o.pad + k;
  const [rows, columns] = [sizeOf(height, kh), sizeOf(width, kw)];
  if (rows < 1 || columns < 1) throw new RangeError(`convTranspose: pad must be smaller, got ${o.pad}`);
  /** [size, count·k]: 1 where place u of patch i falls on a row of the result. */
  const landing = (size: number, count: number, k: number) => {
    const matrix = tf.buffer([size, count * k]);
    for (let at = 0; at < count * k; at++) {
      const row = Math.floor(at / k) * o.stride + (at % k) - o.pad;
      if (row >= 0 && row < size) matrix.set(1, row, at);
    }
    return matrix.toTensor() as tf.Tensor2D;
  };
  return tf.tidy(() => {
    const pixels = tf.reshape(x, [n * height * width, cin]) as tf.Tensor2D;
    const weights = tf.reshape(w, [kh * kw * cout, cin]) as tf.Tensor2D;
    const patches = tf.reshape(tf.matMul(pixels, weights, false, true), [n, height, width, kh, kw, cout]);
    const tall = tf.reshape(tf.transpose(patches, [1, 3, 0, 2, 4, 5]), [height * kh, n * width * kw * cout]);
    const down = tf.matMul(landing(rows, height, kh), tall as tf.Tensor2D);
    const wide = tf.transpose(tf.reshape(down, [rows, n, width * kw, cout]), [2, 1, 0, 3]);
    const across = tf.matMul(
      landing(columns, width, kw),
      tf.reshape(wide, [width * kw, n * rows * cout]) as tf.Tensor2D,
    );
    return tf.transpose(tf.reshape(across, [columns, n, rows, cout]), [1, 2, 0, 3]) as tf.Tensor4D;
  });
}
