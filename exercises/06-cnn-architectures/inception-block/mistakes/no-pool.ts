import * as tf from '@tensorflow/tfjs-core';

type CB = { w: tf.Tensor4D; b: tf.Tensor1D };
type Params = Record<'b1' | 'b3r' | 'b3' | 'b5r' | 'b5' | 'pp', CB>;

const linear = (h: tf.Tensor4D, { w, b }: CB): tf.Tensor4D => tf.add(tf.conv2d(h, w, 1, 'same'), b);
const conv = (h: tf.Tensor4D, cb: CB): tf.Tensor4D => tf.relu(linear(h, cb));

export function inception(x: tf.Tensor4D, p: Params): tf.Tensor4D {
  return tf.tidy(() => {
    const one = conv(x, p.b1);
    const three = conv(conv(x, p.b3r), p.b3);
    const five = conv(conv(x, p.b5r), p.b5);
    const pooled = conv(x, p.pp);
    return tf.concat([one, three, five, pooled], 3);
  });
}

export function inceptionWeights(cin: number, [b1, b3r, b3, b5r, b5, pp]: number[]): number {
  return cin * (b1 + b3r + b5r + pp) + 9 * b3r * b3 + 25 * b5r * b5;
}
