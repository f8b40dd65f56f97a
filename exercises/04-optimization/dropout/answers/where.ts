import * as tf from '@tensorflow/tfjs-core';

const isMatrix = (value: unknown): value is tf.Tensor2D =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === 2;

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(rule);
}

/** Draws which elements stay as rows of booleans, and chooses between the scaled x and 0. */
export function dropout(x: tf.Tensor2D, rate: number, training: boolean, rng: () => number) {
  demand(isMatrix(x), TypeError, `dropout: x must be a float32 matrix, got ${x}`);
  demand(x.size > 0, RangeError, `dropout: x must have elements, got shape ${x.shape}`);
  demand(typeof rate === 'number', TypeError, `dropout: rate must be a number, got ${rate}`);
  demand(rate >= 0 && rate < 1, RangeError, `dropout: rate must be from 0 to below 1, got ${rate}`);
  demand(typeof training === 'boolean', TypeError, `dropout: training must be true or false, got ${training}`);
  demand(typeof rng === 'function', TypeError, `dropout: rng must be a function, got ${rng}`);
  const active = training && rate > 0;
  const rows: boolean[][] = [];
  for (let n = 0; n < x.shape[0]; n++) {
    const row: boolean[] = [];
    for (let d = 0; d < x.shape[1]; d++) row.push(!active || !(rng() < rate));
    rows.push(row);
  }
  return tf.tidy(() => {
    const stays = tf.tensor2d(rows, x.shape, 'bool');
    const scaled = tf.div(x, active ? 1 - rate : 1);
    const zeros = tf.zerosLike(x);
    const mask = tf.where(stays, tf.fill(x.shape, active ? 1 / (1 - rate) : 1), zeros);
    return { y: tf.where(stays, scaled, zeros) as tf.Tensor2D, mask: mask as tf.Tensor2D };
  });
}

export function dropoutBackward(dy: tf.Tensor2D, mask: tf.Tensor2D): tf.Tensor2D {
  demand(isMatrix(dy), TypeError, `dropoutBackward: dy must be a float32 matrix, got ${dy}`);
  demand(isMatrix(mask), TypeError, `dropoutBackward: mask must be a float32 matrix, got ${mask}`);
  const same = dy.shape[0] === mask.shape[0] && dy.shape[1] === mask.shape[1];
  demand(same, RangeError, `dropoutBackward: mask must fit dy, got ${mask.shape} and ${dy.shape}`);
  demand(dy.size > 0, RangeError, `dropoutBackward: dy must have elements, got shape ${dy.shape}`);
  return tf.tidy(() => tf.mul(dy, mask));
}
