import * as tf from '@tensorflow/tfjs-core';

export function pool2d(x: tf.Tensor4D, k: number, stride: number, pad: number, mode: 'max' | 'avg'): tf.Tensor4D {
  const [n, height, width, c] = x.shape;
  const step = k;
  const rows = Math.floor((height + 2 * pad - k) / step) + 1;
  const columns = Math.floor((width + 2 * pad - k) / step) + 1;
  const around: [number, number] = [pad, pad + step - 1];
  const inside = (size: number, windows: number) =>
    Array.from({ length: windows }, (_, i) => Math.min(i * step - pad + k, size) - Math.max(i * step - pad, 0));
  return tf.tidy(() => {
    const fill = mode === 'max' ? Number.NEGATIVE_INFINITY : 0;
    const padded = tf.pad(x, [[0, 0], around, around, [0, 0]], fill);
    const tap = (u: number, v: number): tf.Tensor4D => {
      const blocks = tf.slice(padded, [0, u, v, 0], [n, rows * step, columns * step, c]);
      const first = tf.slice(tf.reshape(blocks, [n * rows, step, columns, step * c]), 0, [n * rows, 1, columns, c]);
      return tf.reshape(first, [n, rows, columns, c]);
    };
    const taps = Array.from({ length: k * k }, (_, i) => tap(Math.floor(i / k), i % k));
    if (mode === 'max') return taps.reduce((a, b) => tf.maximum(a, b));
    const down = tf.tensor(inside(height, rows), [rows, 1, 1]);
    const across = tf.tensor(inside(width, columns), [columns, 1]);
    return tf.div(tf.addN(taps), tf.mul(down, across));
  });
}
