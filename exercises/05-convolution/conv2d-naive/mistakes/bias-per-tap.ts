import * as tf from '@tensorflow/tfjs-core';

export function conv2d(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D): tf.Tensor4D {
  const [n, height, width, channels] = x.shape;
  const [kh, kw, , cout] = w.shape;
  const [rows, columns] = [height - kh + 1, width - kw + 1];
  return tf.tidy(() => {
    let sum: tf.Tensor = tf.mul(b, kh * kw);
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const pixels = tf.reshape(tf.slice(x, [0, u, v, 0], [n, rows, columns, channels]), [-1, channels]);
        const weights = tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, channels, cout]), [channels, cout]);
        sum = tf.add(sum, tf.matMul(pixels, weights));
      }
    }
    return tf.reshape(sum, [n, rows, columns, cout]);
  });
}
