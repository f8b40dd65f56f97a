import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };

export function conv2dBackward(dy: tf.Tensor4D, x: tf.Tensor4D, w: tf.Tensor4D, { stride, pad }: Options) {
  const [n, , , c] = x.shape;
  const [kh, kw, , o] = w.shape;
  const [, rows, columns] = dy.shape;
  const around: [number, number] = [pad, pad + stride - 1];
  return tf.tidy(() => {
    const padded = tf.pad(x, [[0, 0], around, around, [0, 0]]);
    const upstream: tf.Tensor2D = tf.reshape(dy, [n * rows * columns, o]);
    const dtaps: tf.Tensor2D[] = [];
    let dpadded = tf.zerosLike(padded);
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const weights: tf.Tensor2D = tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, c, o]), [c, o]);
        const seen: tf.Tensor2D = tf.reshape(tap(padded, u, v, rows, columns, stride), [n * rows * columns, c]);
        dtaps.push(tf.matMul(seen, upstream, true, false));
        const back: tf.Tensor4D = tf.reshape(tf.matMul(upstream, weights, false, true), [n, rows, columns, c]);
        dpadded = tf.add(dpadded, place(back, u, v, padded.shape, stride));
      }
    }
    return {
      dx: tf.slice(dpadded, [0, Math.max(0, pad - 1), Math.max(0, pad - 1), 0], x.shape),
      dw: tf.reshape(tf.stack(dtaps), w.shape),
      db: tf.sum(upstream, 0),
    };
  });
}

function tap(x: tf.Tensor4D, u: number, v: number, rows: number, columns: number, stride: number): tf.Tensor4D {
  const [n, , , c] = x.shape;
  const blocks = tf.slice(x, [0, u, v, 0], [n, rows * stride, columns * stride, c]);
  const first = tf.slice(tf.reshape(blocks, [n * rows, stride, columns, stride * c]), 0, [n * rows, 1, columns, c]);
  return tf.reshape(first, [n, rows, columns, c]);
}

function place(values: tf.Tensor4D, u: number, v: number, shape: number[], stride: number): tf.Tensor4D {
  const [n, rows, columns, c] = values.shape;
  const blocks = tf.pad(tf.reshape(values, [n * rows, 1, columns, c]), [
    [0, 0],
    [0, stride - 1],
    [0, 0],
    [0, (stride - 1) * c],
  ]);
  return tf.pad(tf.reshape(blocks, [n, rows * stride, columns * stride, c]), [
    [0, 0],
    [u, (shape[1] as number) - u - rows * stride],
    [v, (shape[2] as number) - v - columns * stride],
    [0, 0],
  ]);
}
