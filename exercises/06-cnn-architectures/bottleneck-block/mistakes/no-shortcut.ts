import * as tf from '@tensorflow/tfjs-core';

type Triple = [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
type Affine = { w: tf.Tensor4D; s: tf.Tensor1D; t: tf.Tensor1D };
type Params = { w1: tf.Tensor4D; w2: tf.Tensor4D; w3: tf.Tensor4D; s: Triple; t: Triple; proj?: Affine };

const affine = (h: tf.Tensor, s: tf.Tensor1D, t: tf.Tensor1D): tf.Tensor4D => tf.add(tf.mul(h, s), t);

export function bottleneck(x: tf.Tensor4D, p: Params, stride: number): tf.Tensor4D {
  return tf.tidy(() => {
    const narrow = tf.relu(affine(tf.conv2d(x, p.w1, 1, 0), p.s[0], p.t[0]));
    const spatial = tf.relu(affine(tf.conv2d(narrow, p.w2, stride, 1), p.s[1], p.t[1]));
    const wide = affine(tf.conv2d(spatial, p.w3, 1, 0), p.s[2], p.t[2]);
    return tf.relu(wide);
  });
}

export function bottleneckParams(cin: number, width: number, cout: number, proj: boolean): number {
  const layer = (size: number, inputs: number, outputs: number) => size * size * inputs * outputs + 2 * outputs;
  const branch = layer(1, cin, width) + layer(3, width, width) + layer(1, width, cout);
  return proj ? branch + layer(1, cin, cout) : branch;
}
