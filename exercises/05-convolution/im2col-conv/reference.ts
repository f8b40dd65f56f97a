import * as tf from '@tensorflow/tfjs-core';

function requireTensor(fn: string, name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 4 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`${fn}: ${name} must be a float32 tensor of rank 4, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`${fn}: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireCount(fn: string, name: string, value: number, low: number): void {
  if (typeof value !== 'number') throw new TypeError(`${fn}: ${name} must be a number, got ${value}`);
  if (!Number.isInteger(value) || value < low) {
    throw new RangeError(`${fn}: ${name} must be an integer of at least ${low}, got ${value}`);
  }
}

/** Windows along an axis. `name`: the argument that says how large a window is. */
function countWindows(fn: string, name: string, size: number, k: number, stride: number, pad: number): number {
  if (k > size + 2 * pad) {
    throw new RangeError(`${fn}: ${name} must fit into ${size} with padding ${pad}, got ${k}`);
  }
  return Math.floor((size + 2 * pad - k) / stride) + 1;
}

/** One row per window of x: [N, H, W, C], [N·H'·W', kh·kw·C]. */
export function im2col(x: tf.Tensor4D, k: [number, number], stride: number, pad: number): tf.Tensor2D {
  requireTensor('im2col', 'x', x);
  if (!Array.isArray(k)) throw new TypeError(`im2col: k must be an array, got ${k}`);
  if (k.length !== 2) throw new RangeError(`im2col: k must hold two numbers, got [${k}]`);
  for (const side of k) requireCount('im2col', 'k', side, 1);
  requireCount('im2col', 'stride', stride, 1);
  requireCount('im2col', 'pad', pad, 0);
  const rows = countWindows('im2col', 'k', x.shape[1], k[0], stride, pad);
  const columns = countWindows('im2col', 'k', x.shape[2], k[1], stride, pad);
  return tf.tidy(() => unroll(x, k, rows, columns, stride, pad));
}

/** y = x ⋆ w for x: [N, H, W, C] and w: [kh, kw, C, O]. */
export function convIm2col(x: tf.Tensor4D, w: tf.Tensor4D, stride: number, pad: number): tf.Tensor4D {
  requireTensor('convIm2col', 'x', x);
  requireTensor('convIm2col', 'w', w);
  requireCount('convIm2col', 'stride', stride, 1);
  requireCount('convIm2col', 'pad', pad, 0);
  const [n, height, width, c] = x.shape;
  const [kh, kw, cin, o] = w.shape;
  if (cin !== c) throw new RangeError(`convIm2col: w must have ${c} input channels to fit x, got ${cin}`);
  const rows = countWindows('convIm2col', 'w', height, kh, stride, pad);
  const columns = countWindows('convIm2col', 'w', width, kw, stride, pad);
  return tf.tidy(() => {
    const weights: tf.Tensor2D = tf.reshape(w, [kh * kw * c, o]);
    return tf.reshape(tf.matMul(unroll(x, [kh, kw], rows, columns, stride, pad), weights), [n, rows, columns, o]);
  });
}

/** The taps (u, v) of all windows side by side, so that a row is a window. */
function unroll(
  x: tf.Tensor4D,
  [kh, kw]: [number, number],
  rows: number,
  columns: number,
  stride: number,
  pad: number,
): tf.Tensor2D {
  const [n, , , c] = x.shape;
  // The stride − 1 more at the end, which no window sees, make the last block of a tap whole.
  const around: [number, number] = [pad, pad + stride - 1];
  const padded = tf.pad(x, [[0, 0], around, around, [0, 0]]);
  const taps = Array.from({ length: kh * kw }, (_, i) => {
    const blocks = tf.slice(padded, [0, Math.floor(i / kw), i % kw, 0], [n, rows * stride, columns * stride, c]);
    const first = tf.slice(tf.reshape(blocks, [n * rows, stride, columns, stride * c]), 0, [n * rows, 1, columns, c]);
    return tf.reshape(first, [n * rows * columns, c]) as tf.Tensor2D;
  });
  return tf.concat(taps, 1);
}
