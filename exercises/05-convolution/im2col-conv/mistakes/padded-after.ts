import * as tf from '@tensorflow/tfjs-core';

export function im2col(x: tf.Tensor4D, [kh, kw]: [number, number], stride: number, pad: number): tf.Tensor2D {
  const [n, height, width, c] = x.shape;
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  const inner = (size: number, k: number) => Math.floor((size - k) / stride) + 1;
  const [down, across] = [inner(height, kh), inner(width, kw)];
  const around = (all: number, some: number): [number, number] => {
    const before = Math.min(pad, all - some);
    return [before, all - some - before];
  };
  return tf.tidy(() => {
    const block: [number, number][] = [
      [0, 0],
      [0, stride - 1],
      [0, stride - 1],
      [0, 0],
    ];
    const room = tf.pad(x, block);
    const taps = Array.from({ length: kh * kw }, (_, i) => {
      const blocks = tf.slice(room, [0, Math.floor(i / kw), i % kw, 0], [n, down * stride, across * stride, c]);
      const first = tf.slice(tf.reshape(blocks, [n * down, stride, across, stride * c]), 0, [n * down, 1, across, c]);
      return tf.pad(tf.reshape(first, [n, down, across, 1, c]), [
        [0, 0],
        around(rows, down),
        around(columns, across),
        [0, 0],
        [0, 0],
      ]);
    });
    const windows = tf.concat(taps, 3);
    return tf.reshape(windows, [n * rows * columns, kh * kw * c]);
  });
}

export function convIm2col(x: tf.Tensor4D, w: tf.Tensor4D, stride: number, pad: number): tf.Tensor4D {
  const [n, height, width] = x.shape;
  const [kh, kw, c, o] = w.shape;
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  return tf.tidy(() => {
    const weights: tf.Tensor2D = tf.reshape(w, [kh * kw * c, o]);
    return tf.reshape(tf.matMul(im2col(x, [kh, kw], stride, pad), weights), [n, rows, columns, o]);
  });
}
