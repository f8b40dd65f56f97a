import * as tf from '@tensorflow/tfjs-core';

type Options = { n?: number; k?: number; alpha?: number; beta?: number };

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(rule);
}

const is = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** The sums over channels are one matrix product: 1 where two channels are at most ⌊n/2⌋ apart, 0 elsewhere. */
export function lrn(x: tf.Tensor4D, o: Options = {}): tf.Tensor4D {
  const { n = 5, k = 2, alpha = 1e-4, beta = 0.75 } = o;
  demand(is(x, 4), TypeError, `lrn: x must be float32 of rank 4, got ${x}`);
  demand(x.size > 0, RangeError, `lrn: x must hold numbers, got [${x.shape}]`);
  demand(n > 0 && n % 2 === 1, RangeError, `lrn: n must be odd and positive, got ${n}`);
  demand(k > 0, RangeError, `lrn: k must be positive, got ${k}`);
  demand(alpha >= 0, RangeError, `lrn: alpha must be 0 or more, got ${alpha}`);
  demand(beta >= 0, RangeError, `lrn: beta must be 0 or more, got ${beta}`);
  const channels = x.shape[3];
  return tf.tidy(() => {
    const band = Array.from({ length: channels }, (_, from) =>
      Array.from({ length: channels }, (_, to) => (Math.abs(from - to) <= n / 2 ? 1 : 0)),
    );
    const squares = tf.reshape(tf.mul(x, x), [x.size / channels, channels]);
    const sums = tf.reshape(tf.matMul(squares, tf.tensor2d(band)), x.shape);
    return tf.mul(x, tf.pow(tf.add(k, tf.mul(alpha, sums)), -beta)) as tf.Tensor4D;
  });
}

export function alexBlock(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D, stride: number): tf.Tensor4D {
  for (const [name, value, rank] of [['x', x, 4] as const, ['w', w, 4] as const, ['b', b, 1] as const]) {
    demand(is(value, rank), TypeError, `alexBlock: ${name} must be float32 of rank ${rank}, got ${value}`);
    demand(value.size > 0, RangeError, `alexBlock: ${name} must hold numbers, got [${value.shape}]`);
  }
  demand(typeof stride === 'number', TypeError, `alexBlock: stride must be a number, got ${stride}`);
  demand(
    Number.isInteger(stride) && stride > 0,
    RangeError,
    `alexBlock: stride must be a positive integer, got ${stride}`,
  );
  demand(w.shape[2] === x.shape[3], RangeError, `alexBlock: w must take the channels of x, got [${w.shape}]`);
  demand(b.size === w.shape[3], RangeError, `alexBlock: b must hold ${w.shape[3]} numbers, got ${b.size}`);
  const sides = [0, 1].map(
    (axis) => Math.floor(((x.shape[axis + 1] as number) - (w.shape[axis] as number)) / stride) + 1,
  );
  demand(Math.min(...sides) >= 3, RangeError, `alexBlock: x must be large enough for the pooling, got [${x.shape}]`);
  return tf.tidy(() => {
    const h = tf.maximum(tf.add(tf.conv2d(x, w, [stride, stride], 'valid'), b), 0) as tf.Tensor4D;
    return tf.maxPool(lrn(h), [3, 3], [2, 2], 0);
  });
}
