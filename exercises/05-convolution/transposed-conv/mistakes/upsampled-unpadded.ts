import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };

export function convTranspose(x: tf.Tensor4D, w: tf.Tensor4D, { stride }: Options): tf.Tensor4D {
  const [n, height, width, cin] = x.shape;
  const [kh, kw, cout] = w.shape;
  const [tall, wide] = [(height - 1) * stride + 1, (width - 1) * stride + 1];
  const [rows, columns] = [tall - kh + 1, wide - kw + 1];
  return tf.tidy(() => {
    const blocks = tf.pad(tf.reshape(x, [n * height, 1, width, cin]), [
      [0, 0],
      [0, stride - 1],
      [0, 0],
      [0, (stride - 1) * cin],
    ]);
    const spread = tf.reshape(blocks, [n, height * stride, width * stride, cin]);
    const terms = Array.from({ length: kh * kw }, (_, i) => {
      const [u, v] = [Math.floor(i / kw), i % kw];
      const weights: tf.Tensor2D = tf.reshape(tf.slice(w, [kh - 1 - u, kw - 1 - v], [1, 1]), [cout, cin]);
      const seen = tf.reshape(tf.slice(spread, [0, u, v, 0], [n, rows, columns, cin]), [n * rows * columns, cin]);
      return tf.matMul(seen as tf.Tensor2D, weights, false, true);
    });
    return tf.reshape(tf.addN(terms), [n, rows, columns, cout]) as tf.Tensor4D;
  });
}
