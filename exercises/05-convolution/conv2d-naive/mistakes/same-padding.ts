import * as tf from '@tensorflow/tfjs-core';

export function conv2d(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D): tf.Tensor4D {
  const [n, rows, columns, channels] = x.shape;
  const [kh, kw, , cout] = w.shape;
  return tf.tidy(() => {
    const [top, left] = [Math.floor((kh - 1) / 2), Math.floor((kw - 1) / 2)];
    const padded = tf.pad(x, [
      [0, 0],
      [top, kh - 1 - top],
      [left, kw - 1 - left],
      [0, 0],
    ]);
    let sum: tf.Tensor = b;
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const pixels = tf.reshape(tf.slice(padded, [0, u, v, 0], [n, rows, columns, channels]), [-1, channels]);
        const weights = tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, channels, cout]), [channels, cout]);
        sum = tf.add(sum, tf.matMul(pixels, weights));
      }
    }
    return tf.reshape(sum, [n, rows, columns, cout]);
  });
}
