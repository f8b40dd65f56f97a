import * as tf from '@tensorflow/tfjs-core';

export function maxPoolBackward(dy: tf.Tensor4D, x: tf.Tensor4D, k: number, stride: number): tf.Tensor4D {
  const [, rows, columns] = dy.shape;
  return tf.tidy(() => {
    const padded = tf.pad(x, [
      [0, 0],
      [0, stride - 1],
      [0, stride - 1],
      [0, 0],
    ]);
    const places = Array.from({ length: k * k }, (_, i) => [Math.floor(i / k), i % k] as const);
    const taps = places.map(([u, v]) => tap(padded, u, v, rows, columns, stride));
    const y = taps.reduce((a, b) => tf.maximum(a, b));
    let waiting = tf.onesLike(dy);
    let dpadded = tf.zerosLike(padded);
    for (const [i, [u, v]] of [...places.entries()].reverse()) {
      const first: tf.Tensor4D = tf.mul(waiting, tf.cast(tf.equal(taps[i] as tf.Tensor4D, y), 'float32'));
      waiting = tf.sub(waiting, first);
      dpadded = tf.add(dpadded, place(tf.mul(dy, first), u, v, padded.shape, stride));
    }
    return tf.slice(dpadded, 0, x.shape);
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
