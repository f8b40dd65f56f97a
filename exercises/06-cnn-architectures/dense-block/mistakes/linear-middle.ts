import * as tf from '@tensorflow/tfjs-core';

type Layer = Record<'s1' | 't1' | 's2' | 't2', tf.Tensor1D> & Record<'w1' | 'w2', tf.Tensor4D>;

const affine = (h: tf.Tensor, s: tf.Tensor1D, t: tf.Tensor1D): tf.Tensor4D => tf.add(tf.mul(h, s), t);
const active = (h: tf.Tensor, s: tf.Tensor1D, t: tf.Tensor1D): tf.Tensor4D => tf.relu(affine(h, s, t));

export function denseBlock(x: tf.Tensor4D, layers: readonly Layer[]): tf.Tensor4D {
  return tf.tidy(() => {
    let all = x;
    for (const { s1, t1, w1, s2, t2, w2 } of layers) {
      const narrow = tf.conv2d(active(all, s1, t1), w1, 1, 'same');
      const added = tf.conv2d(affine(narrow, s2, t2), w2, 1, 'same');
      all = tf.concat([all, added], 3);
    }
    return all;
  });
}

export function transition(x: tf.Tensor4D, s: tf.Tensor1D, t: tf.Tensor1D, w: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => tf.avgPool(tf.conv2d(active(x, s, t), w, 1, 'same'), 2, 2, 'valid'));
}

export function denseParams(c0: number, growth: number, layers: number): number {
  const middle = 4 * growth;
  let total = 0;
  for (let layer = 0; layer < layers; layer++) {
    const channels = c0 + layer * growth;
    total += 2 * channels + channels * middle + 2 * middle + 9 * middle * growth;
  }
  return total;
}
