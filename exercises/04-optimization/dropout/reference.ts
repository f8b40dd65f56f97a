import * as tf from '@tensorflow/tfjs-core';

function requireMatrix(fn: string, name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 2 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`${fn}: ${name} must be a float32 tensor of rank 2, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`${fn}: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireKind(name: string, value: unknown, kind: 'number' | 'boolean' | 'function'): void {
  if (typeof value !== kind) throw new TypeError(`dropout: ${name} must be a ${kind}, got ${typeof value}`);
}

/** y = x ⊙ mask, with a mask of 1/(1 − rate) and 0 in training, of ones otherwise; x: [N, D]. */
export function dropout(
  x: tf.Tensor2D,
  rate: number,
  training: boolean,
  rng: () => number,
): { y: tf.Tensor2D; mask: tf.Tensor2D } {
  requireMatrix('dropout', 'x', x);
  requireKind('rate', rate, 'number');
  requireKind('training', training, 'boolean');
  requireKind('rng', rng, 'function');
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`dropout: rate must be in [0, 1), got ${rate}`);
  return tf.tidy(() => {
    if (!training || rate === 0) return { y: tf.clone(x), mask: tf.onesLike(x) };
    const kept = 1 / (1 - rate);
    const values = Array.from({ length: x.size }, () => (rng() >= rate ? kept : 0));
    const mask = tf.tensor2d(values, x.shape);
    return { y: tf.mul(x, mask), mask };
  });
}

/** dx = dy ⊙ mask: what was multiplied on the way forward is multiplied on the way back. */
export function dropoutBackward(dy: tf.Tensor2D, mask: tf.Tensor2D): tf.Tensor2D {
  requireMatrix('dropoutBackward', 'dy', dy);
  requireMatrix('dropoutBackward', 'mask', mask);
  if (String(dy.shape) !== String(mask.shape)) {
    throw new RangeError(`dropoutBackward: dy must have shape [${mask.shape}] of mask, got [${dy.shape}]`);
  }
  return tf.mul(dy, mask);
}
