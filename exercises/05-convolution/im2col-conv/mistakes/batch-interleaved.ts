import * as tf from '@tensorflow/tfjs-core';

export function im2col(x: tf.Tensor4D, [kh, kw]: [number, number], stride: number, pad: number): tf.Tensor2D {
  const [n, height, width, c] = x.shape;
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  const around: [number, number] = [pad, pad + stride - 1];
  return tf.tidy(() => {
    const padded = tf.pad(x, [[0, 0], around, around, [0, 0]]);
    const taps = Array.from({ length: kh * kw }, (_, i) => {
      const blocks = tf.slice(padded, [0, Math.floor(i / kw), i % kw, 0], [n, rows * stride, columns * stride, c]);
      const first = tf.slice(tf.reshape(blocks, [n * rows, stride, columns, stride * c]), 0, [n * rows, 1, columns, c]);
      return tf.reshape(first, [n, rows, columns, 1, c]);
    });
    const windows = tf.concat(taps, 3);
    return tf.reshape(tf.transpose(windows, [1, 2, 0, 3, 4]), [n * rows * columns, kh * kw * c]);
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
