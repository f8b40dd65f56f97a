import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`depthwiseSeparable: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) {
    throw new RangeError(`depthwiseSeparable: ${name} must not be empty, got shape [${value.shape}]`);
  }
}

function requireCount(name: string, value: number, low: number): void {
  if (typeof value !== 'number') throw new TypeError(`depthwiseSeparable: ${name} must be a number, got ${value}`);
  if (!Number.isInteger(value) || value < low) {
    throw new RangeError(`depthwiseSeparable: ${name} must be an integer of at least ${low}, got ${value}`);
  }
}

/** One filter of dw: [kh, kw, C, 1] for each channel of x: [N, H, W, C], then pw: [C, O] for each pixel. */
export function depthwiseSeparable(
  x: tf.Tensor4D,
  dw: tf.Tensor4D,
  pw: tf.Tensor2D,
  { stride, pad }: { stride: number; pad: number },
): tf.Tensor4D {
  requireTensor('x', x, 4);
  requireTensor('dw', dw, 4);
  requireTensor('pw', pw, 2);
  requireCount('stride', stride, 1);
  requireCount('pad', pad, 0);
  const [n, height, width, c] = x.shape;
  const [kh, kw, channels, multiplier] = dw.shape;
  const o = pw.shape[1];
  if (channels !== c) throw new RangeError(`depthwiseSeparable: dw must have ${c} channels to fit x, got ${channels}`);
  if (multiplier !== 1) {
    throw new RangeError(`depthwiseSeparable: dw must have one filter for each channel, got ${multiplier}`);
  }
  if (pw.shape[0] !== c) {
    throw new RangeError(`depthwiseSeparable: pw must have ${c} rows to fit x, got ${pw.shape[0]}`);
  }
  if (kh > height + 2 * pad || kw > width + 2 * pad) {
    throw new RangeError(
      `depthwiseSeparable: dw must fit into ${height} × ${width} with padding ${pad}, got ${kh} × ${kw}`,
    );
  }
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  // The stride − 1 more at the end, which no window sees, make the last block of a tap whole.
  const around: [number, number] = [pad, pad + stride - 1];

  return tf.tidy(() => {
    const padded = tf.pad(x, [[0, 0], around, around, [0, 0]]);
    const terms = Array.from({ length: kh * kw }, (_, i) => {
      const [u, v] = [Math.floor(i / kw), i % kw];
      const blocks = tf.slice(padded, [0, u, v, 0], [n, rows * stride, columns * stride, c]);
      const first = tf.slice(tf.reshape(blocks, [n * rows, stride, columns, stride * c]), 0, [n * rows, 1, columns, c]);
      return tf.mul(tf.reshape(first, [n * rows * columns, c]), tf.reshape(tf.slice(dw, [u, v], [1, 1]), [c]));
    });
    const filtered = tf.addN(terms) as tf.Tensor2D;
    return tf.reshape(tf.matMul(filtered, pw), [n, rows, columns, o]);
  });
}
