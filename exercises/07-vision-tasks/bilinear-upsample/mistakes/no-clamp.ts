import * as tf from '@tensorflow/tfjs-core';

function weights(size: number, out: number): number[][] {
  return Array.from({ length: out }, (_, i) => {
    const source = ((i + 0.5) * size) / out - 0.5;
    const low = Math.floor(source);
    const row = Array<number>(size).fill(0);
    if (low >= 0) row[low] = low + 1 - source;
    if (low + 1 < size) row[low + 1] = source - low;
    return row;
  });
}

function resize(x: tf.Tensor4D, axis: 1 | 2, out: number): tf.Tensor4D {
  const size = x.shape[axis];
  const last = axis === 1 ? [0, 2, 3, 1] : [0, 1, 3, 2];
  const back = axis === 1 ? [0, 3, 1, 2] : [0, 1, 3, 2];
  const moved = tf.transpose(x, last);
  const [n, kept, channels] = moved.shape;
  const flat = tf.matMul(tf.reshape(moved, [-1, size]), tf.tensor2d(weights(size, out), [out, size]), false, true);
  return tf.transpose(tf.reshape(flat, [n, kept, channels, out]), back);
}

export function bilinear(x: tf.Tensor4D, outH: number, outW: number): tf.Tensor4D {
  return tf.tidy(() => resize(resize(x, 1, outH), 2, outW));
}
