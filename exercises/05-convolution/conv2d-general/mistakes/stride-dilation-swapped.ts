import * as tf from '@tensorflow/tfjs-core';

type Pair = [number, number];

export function conv2dGeneral(
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  { stride: dilation, pad, dilation: stride }: { stride: Pair; pad: Pair; dilation: Pair },
): tf.Tensor4D {
  const [n, height, width, channels] = x.shape;
  const [kh, kw, , cout] = w.shape;
  const rows = Math.floor((height + 2 * pad[0] - dilation[0] * (kh - 1) - 1) / stride[0]) + 1;
  const columns = Math.floor((width + 2 * pad[1] - dilation[1] * (kw - 1) - 1) / stride[1]) + 1;
  return tf.tidy(() => {
    const padded = tf.pad(x, [
      [0, 0],
      [pad[0], pad[0]],
      [pad[1], pad[1]],
      [0, 0],
    ]);
    const met = (count: number, from: number, step: number) =>
      tf.tensor1d(
        Array.from({ length: count }, (_, at) => from + at * step),
        'int32',
      );
    const products: tf.Tensor[] = [];
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const band = tf.gather(padded, met(rows, u * dilation[0], stride[0]), 1);
        const pixels = tf.reshape(tf.gather(band, met(columns, v * dilation[1], stride[1]), 2), [-1, channels]);
        const weights = tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, channels, cout]), [channels, cout]);
        products.push(tf.matMul(pixels, weights));
      }
    }
    return tf.reshape(tf.addN(products), [n, rows, columns, cout]);
  });
}
