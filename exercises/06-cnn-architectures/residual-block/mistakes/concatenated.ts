import * as tf from '@tensorflow/tfjs-core';

type Affine = { w: tf.Tensor4D; s: tf.Tensor1D; t: tf.Tensor1D };
type Params = Record<'w1' | 'w2', tf.Tensor4D> & Record<'s1' | 't1' | 's2' | 't2', tf.Tensor1D> & { proj?: Affine };

const affine = (h: tf.Tensor, s: tf.Tensor1D, t: tf.Tensor1D): tf.Tensor4D => tf.add(tf.mul(h, s), t);

export function residual(x: tf.Tensor4D, p: Params, stride: number): tf.Tensor4D {
  return tf.tidy(() => {
    const first = tf.relu(affine(tf.conv2d(x, p.w1, stride, 1), p.s1, p.t1));
    const second = affine(tf.conv2d(first, p.w2, 1, 1), p.s2, p.t2);
    const shortcut = p.proj ? affine(tf.conv2d(x, p.proj.w, stride, 0), p.proj.s, p.proj.t) : x;
    return tf.relu(tf.concat([second, shortcut], 3));
  });
}
