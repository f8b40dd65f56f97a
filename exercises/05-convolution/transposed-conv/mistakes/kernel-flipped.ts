import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };

export function convTranspose(x: tf.Tensor4D, w: tf.Tensor4D, { stride, pad }: Options): tf.Tensor4D {
  const [n, height, width, cin] = x.shape;
  const [kh, kw, cout] = w.shape;
  const rows = (height - 1) * stride - 2 * pad + kh;
  const columns = (width - 1) * stride - 2 * pad + kw;
  return tf.tidy(() => {
    const blocks = tf.pad(tf.reshape(x, [n * height, 1, width, cin]), [
      [0, 0],
      [0, stride - 1],
      [0, 0],
      [0, (stride - 1) * cin],
    ]);
    const [tall, wide] = [height * stride, width * stride];
    const pixels: tf.Tensor2D = tf.reshape(blocks, [n * tall * wide, cin]);
    const patches = Array.from({ length: kh * kw }, (_, i) => {
      const [u, v] = [Math.floor(i / kw), i % kw];
      const weights: tf.Tensor2D = tf.reshape(tf.slice(w, [kh - 1 - u, kw - 1 - v], [1, 1]), [cout, cin]);
      const patch = tf.reshape(tf.matMul(pixels, weights, false, true), [n, tall, wide, cout]);
      return tf.pad(patch, [
        [0, 0],
        [u, kh - 1 - u],
        [v, kw - 1 - v],
        [0, 0],
      ]);
    });
    return tf.slice(tf.addN(patches), [0, pad, pad, 0], [n, rows, columns, cout]) as tf.Tensor4D;
  });
}
