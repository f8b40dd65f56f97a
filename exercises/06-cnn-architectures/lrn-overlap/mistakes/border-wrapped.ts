import * as tf from '@tensorflow/tfjs-core';

type Options = { n?: number; k?: number; alpha?: number; beta?: number };

export function lrn(x: tf.Tensor4D, { n = 5, k = 2, alpha = 1e-4, beta = 0.75 }: Options = {}): tf.Tensor4D {
  return tf.tidy(() => {
    const half = (n - 1) / 2;
    const channels = x.shape[3];
    const squares = tf.square(x);
    const sum = tf.addN(
      Array.from({ length: n }, (_, offset) => {
        const order = Array.from({ length: channels }, (_, c) => (c + offset + channels * n - half) % channels);
        return tf.gather(squares, tf.tensor1d(order, 'int32'), 3);
      }),
    );
    return tf.div(x, tf.pow(tf.add(tf.mul(sum, alpha), k), beta));
  });
}

export function alexBlock(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D, stride: number): tf.Tensor4D {
  return tf.tidy(() => {
    const h: tf.Tensor4D = tf.add(tf.conv2d(x, w, stride, 'valid'), b);
    return tf.maxPool(lrn(tf.relu(h)), 3, 2, 'valid');
  });
}
