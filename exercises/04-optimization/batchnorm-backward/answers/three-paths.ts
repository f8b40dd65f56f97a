import * as tf from '@tensorflow/tfjs-core';

type Matrix = tf.Tensor2D;
type Vector = tf.Tensor1D;

function validate(dy: Matrix, x: Matrix, gamma: Vector, eps: number): void {
  const ranks: [string, tf.Tensor, number][] = [
    ['dy', dy, 2],
    ['x', x, 2],
    ['gamma', gamma, 1],
  ];
  for (const [name, value, rank] of ranks) {
    const fits = value instanceof tf.Tensor && value.dtype === 'float32' && value.rank === rank;
    if (!fits) throw new TypeError(`batchNormBackward: ${name} must be float32 of rank ${rank}, got ${value}`);
    if (value.shape.includes(0))
      throw new RangeError(`batchNormBackward: ${name} must hold numbers, got ${value.shape}`);
  }
  if (dy.shape.some((extent, axis) => extent !== x.shape[axis])) {
    throw new RangeError(`batchNormBackward: dy must be shaped like x, got ${dy.shape}`);
  }
  if (gamma.shape[0] !== x.shape[1]) throw new RangeError(`batchNormBackward: gamma must fit x, got ${gamma.shape}`);
  if (Number.isNaN(eps) || eps <= 0) throw new RangeError(`batchNormBackward: eps must be above 0, got ${eps}`);
}

/** The chain rule node by node, as in the paper: through x̂, then v, then μ. */
export function batchNormBackward(dy: Matrix, x: Matrix, gamma: Vector, eps = 1e-5) {
  validate(dy, x, gamma, eps);
  const rows = x.shape[0];
  return tf.tidy(() => {
    const centered = tf.sub(x, tf.mean(x, 0));
    const variance = tf.mean(tf.square(centered), 0);
    const inverse = tf.rsqrt(tf.add(variance, eps));
    const dxhat = tf.mul(dy, gamma);
    const dvariance = tf.mul(tf.sum(tf.mul(dxhat, centered), 0), tf.mul(-0.5, tf.pow(inverse, 3)));
    const dmean = tf.neg(tf.sum(tf.mul(dxhat, inverse), 0));
    const direct = tf.mul(dxhat, inverse);
    const throughVariance = tf.mul(dvariance, tf.mul(2 / rows, centered));
    return {
      dx: tf.add(tf.add(direct, throughVariance), tf.div(dmean, rows)) as Matrix,
      dgamma: tf.sum(tf.mul(dy, tf.mul(centered, inverse)), 0) as Vector,
      dbeta: tf.sum(dy, 0) as Vector,
    };
  });
}
