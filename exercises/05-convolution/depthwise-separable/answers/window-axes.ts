import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };

function validate(x: tf.Tensor4D, dw: tf.Tensor4D, pw: tf.Tensor2D, { stride, pad }: Options): void {
  const tensors: [string, tf.Tensor, number][] = [
    ['x', x, 4],
    ['dw', dw, 4],
    ['pw', pw, 2],
  ];
  for (const [name, value, rank] of tensors) {
    const fits = value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;
    if (!fits) throw new TypeError(`depthwiseSeparable: ${name} must be float32 of rank ${rank}, got ${value}`);
    if (value.shape.includes(0))
      throw new RangeError(`depthwiseSeparable: ${name} must hold numbers, got ${value.shape}`);
  }
  for (const [name, value, least] of [['stride', stride, 1] as const, ['pad', pad, 0] as const]) {
    if (typeof value !== 'number') throw new TypeError(`depthwiseSeparable: ${name} must be a number, got ${value}`);
    if (value % 1 !== 0 || value < least) {
      throw new RangeError(`depthwiseSeparable: ${name} must be a count, got ${value}`);
    }
  }
  if (dw.shape[3] !== 1) throw new RangeError(`depthwiseSeparable: dw must have multiplier 1, got ${dw.shape}`);
  if (dw.shape[2] !== x.shape[3]) throw new RangeError(`depthwiseSeparable: dw must fit x, got ${dw.shape}`);
  if (pw.shape[0] !== x.shape[3]) throw new RangeError(`depthwiseSeparable: pw must fit x, got ${pw.shape}`);
  if (dw.shape[0] > x.shape[1] + 2 * pad || dw.shape[1] > x.shape[2] + 2 * pad) {
    throw new RangeError(`depthwiseSeparable: dw must fit into the image, got ${dw.shape}`);
  }
}

/** Windows as axes of their own, [N, I, kh, J, kw, C]: multiplied by the filters, summed over kh and kw. */
export function depthwiseSeparable(x: tf.Tensor4D, dw: tf.Tensor4D, pw: tf.Tensor2D, o: Options): tf.Tensor4D {
  validate(x, dw, pw, o);
  const [n, height, width, c] = x.shape;
  const [kh, kw] = dw.shape;
  const places = (size: number, k: number) => {
    const count = Math.floor((size + 2 * o.pad - k) / o.stride) + 1;
    return Array.from({ length: count * k }, (_, i) => Math.floor(i / k) * o.stride + (i % k));
  };
  const [down, across] = [places(height, kh), places(width, kw)];
  const [rows, columns] = [down.length / kh, across.length / kw];
  return tf.tidy(() => {
    const padded = tf.pad(x, [
      [0, 0],
      [o.pad, o.pad],
      [o.pad, o.pad],
      [0, 0],
    ]);
    const spread = tf.gather(tf.gather(padded, tf.tensor1d(down, 'int32'), 1), tf.tensor1d(across, 'int32'), 2);
    const seen = tf.reshape(spread, [n * rows, kh, columns, kw * c]);
    const weighted = tf.mul(seen, tf.reshape(dw, [1, kh, 1, kw * c]));
    const filtered = tf.sum(tf.reshape(tf.sum(weighted, 1), [n * rows * columns, kw, c]), 1) as tf.Tensor2D;
    return tf.reshape(tf.matMul(filtered, pw), [n, rows, columns, pw.shape[1]]);
  });
}
