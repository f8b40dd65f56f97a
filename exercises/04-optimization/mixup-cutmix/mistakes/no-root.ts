import * as tf from '@tensorflow/tfjs-core';

const partners = <T extends tf.Tensor>(a: T, perm: number[]): T => tf.gather(a, tf.tensor1d(perm, 'int32'));
const blend = <T extends tf.Tensor>(a: T, perm: number[], share: number): T =>
  tf.add(tf.mul(a, share), tf.mul(partners(a, perm), 1 - share));

export function mixup(x: tf.Tensor4D, t: tf.Tensor2D, perm: number[], lam: number) {
  return tf.tidy(() => ({ x: blend(x, perm, lam), t: blend(t, perm, lam) }));
}

export function cutmix(x: tf.Tensor4D, t: tf.Tensor2D, perm: number[], lam: number, cy: number, cx: number) {
  const [, height, width] = x.shape;
  const span = (size: number, side: number, centre: number) => {
    const from = centre - Math.floor(side / 2);
    return [Math.max(from, 0), Math.min(from + side, size)] as const;
  };
  const root = 1 - lam;
  const [y0, y1] = span(height, Math.floor(height * root), cy);
  const [x0, x1] = span(width, Math.floor(width * root), cx);
  const left = 1 - ((y1 - y0) * (x1 - x0)) / (height * width);
  return tf.tidy(() => {
    const box = Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => [row >= y0 && row < y1 && column >= x0 && column < x1]),
    );
    const mask = tf.tensor4d([box], undefined, 'bool');
    return { x: tf.where(mask, partners(x, perm), x), t: blend(t, perm, left), lam: left };
  });
}
