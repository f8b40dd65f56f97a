import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };

export function depthwiseSeparable(x: tf.Tensor4D, dw: tf.Tensor4D, pw: tf.Tensor2D, { stride, pad }: Options) {
  return tf.tidy(() => pointwise(depthwise(x, dw, stride, pad), pw));
}

function pointwise(x: tf.Tensor4D, pw: tf.Tensor2D): tf.Tensor4D {
  const [n, height, width, c] = x.shape;
  const [, o] = pw.shape;
  const pixels: tf.Tensor2D = tf.reshape(x, [n * height * width, c]);
  return tf.reshape(tf.matMul(pixels, pw), [n, height, width, o]);
}

function depthwise(x: tf.Tensor4D, dw: tf.Tensor4D, stride: number, pad: number): tf.Tensor4D {
  const [n, height, width, c] = x.shape;
  const [kh, kw] = dw.shape;
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  const around: [number, number] = [pad, pad + stride - 1];
  const padded = tf.pad(x, [[0, 0], around, around, [0, 0]]);
  const terms = Array.from({ length: kh * kw }, (_, i) => {
    const [u, v] = [Math.floor(i / kw), i % kw];
    const blocks = tf.slice(padded, [0, u, v, 0], [n, rows * stride, columns * stride, c]);
    const first = tf.slice(tf.reshape(blocks, [n * rows, stride, columns, stride * c]), 0, [n * rows, 1, columns, c]);
    const filter = tf.reshape(tf.slice(dw, [u, v], [1, 1]), [-1]);
    return tf.mul(tf.reshape(first, [n, rows, columns, c]), filter);
  });
  return tf.tile(tf.sum(tf.addN(terms), 3, true), [1, 1, 1, c]) as tf.Tensor4D;
}
