import * as tf from '@tensorflow/tfjs-core';

function requireImages(x: tf.Tensor): void {
  if (!(x instanceof tf.Tensor) || x.rank !== 4 || x.dtype !== 'float32') {
    const got = x instanceof tf.Tensor ? `${x.dtype} of rank ${x.rank}` : String(x);
    throw new TypeError(`pool2d: x must be a float32 tensor of rank 4, got ${got}`);
  }
  if (x.size === 0) throw new RangeError(`pool2d: x must not be empty, got shape [${x.shape}]`);
}

function requireCount(name: string, value: number, low: number, high = Number.POSITIVE_INFINITY): void {
  if (typeof value !== 'number') throw new TypeError(`pool2d: ${name} must be a number, got ${value}`);
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new RangeError(`pool2d: ${name} must be an integer from ${low} to ${high}, got ${value}`);
  }
}

/** The maximum or the mean of each k × k window of x: [N, H, W, C], channel by channel. */
export function pool2d(x: tf.Tensor4D, k: number, stride: number, pad: number, mode: 'max' | 'avg'): tf.Tensor4D {
  requireImages(x);
  requireCount('k', k, 1);
  requireCount('stride', stride, 1);
  requireCount('pad', pad, 0, Math.floor(k / 2));
  if (mode !== 'max' && mode !== 'avg') throw new TypeError(`pool2d: mode must be 'max' or 'avg', got ${mode}`);
  const [n, height, width, c] = x.shape;
  if (Math.min(height, width) + 2 * pad < k) {
    throw new RangeError(`pool2d: k must fit into ${height} × ${width} with padding ${pad}, got ${k}`);
  }
  const rows = countWindows(height, k, stride, pad);
  const columns = countWindows(width, k, stride, pad);
  // The stride − 1 more at the end, which no window holds, make the last block of a tap whole.
  const around: [number, number] = [pad, pad + stride - 1];

  return tf.tidy(() => {
    const fill = mode === 'max' ? Number.NEGATIVE_INFINITY : 0;
    const padded = tf.pad(x, [[0, 0], around, around, [0, 0]], fill);
    /** Element (u, v) of every window: [N, rows, columns, C]. */
    const tap = (u: number, v: number): tf.Tensor4D => {
      const blocks = tf.slice(padded, [0, u, v, 0], [n, rows * stride, columns * stride, c]);
      const first = tf.slice(tf.reshape(blocks, [n * rows, stride, columns, stride * c]), 0, [n * rows, 1, columns, c]);
      return tf.reshape(first, [n, rows, columns, c]);
    };
    const taps = Array.from({ length: k * k }, (_, i) => tap(Math.floor(i / k), i % k));
    if (mode === 'max') return taps.reduce((a, b) => tf.maximum(a, b));
    const down = tf.tensor(countInside(height, rows, k, stride, pad), [rows, 1, 1]);
    const across = tf.tensor(countInside(width, columns, k, stride, pad), [columns, 1]);
    return tf.div(tf.addN(taps), tf.mul(down, across));
  });
}

function countWindows(size: number, k: number, stride: number, pad: number): number {
  return Math.floor((size + 2 * pad - k) / stride) + 1;
}

/** How many of the k places of each window lie inside the image, along one axis. */
function countInside(size: number, windows: number, k: number, stride: number, pad: number): number[] {
  return Array.from({ length: windows }, (_, i) => {
    const from = i * stride - pad;
    return Math.min(from + k, size) - Math.max(from, 0);
  });
}
