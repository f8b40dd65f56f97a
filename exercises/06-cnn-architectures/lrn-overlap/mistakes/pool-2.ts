import * as tf from '@tensorflow/tfjs-core';

type Options = { n?: number; k?: number; alpha?: number; beta?: number };

export function lrn(x: tf.Tensor4D, { n = 5, k = 2, alpha = 1e-4, beta = 0.75 }: Options = {}): tf.Tensor4D {
  return tf.tidy(() => {
    const half = (n - 1) / 2;
    const squares = tf.pad(tf.square(x), [
      [0, 0],
      [0, 0],
      [0, 0],
      [half, half],
    ]);
    const sum = tf.addN(Array.from({ length: n }, (_, offset) => tf.slice(squares, [0, 0, 0, offset], x.shape)));
    return tf.div(x, tf.pow(tf.add(tf.mul(sum, alpha), k), beta));
  });
}

export function alexBlock(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D, stride: number): tf.Tensor4D {
  return tf.tidy(() => {
    const h: tf.Tensor4D = tf.add(tf.conv2d(x, w, stride, 'valid'), b);
    return tf.maxPool(lrn(tf.relu(h)), 2, 2, 'valid');
  });
}
