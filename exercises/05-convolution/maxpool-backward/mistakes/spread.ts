import * as tf from '@tensorflow/tfjs-core';

export function maxPoolBackward(dy: tf.Tensor4D, x: tf.Tensor4D, k: number, stride: number): tf.Tensor4D {
  return tf.tidy(() => {
    const padded = tf.pad(x, [
      [0, 0],
      [0, stride - 1],
      [0, stride - 1],
      [0, 0],
    ]);
    const places = Array.from({ length: k * k }, (_, i) => [Math.floor(i / k), i % k] as const);
    let dpadded = tf.zerosLike(padded);
    for (const [u, v] of places) {
      dpadded = tf.add(dpadded, place(tf.div(dy, k * k), u, v, padded.shape, stride));
    }
    return tf.slice(dpadded, 0, x.shape);
  });
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
