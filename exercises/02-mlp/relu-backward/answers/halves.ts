import { abs, add, minimum, mul, sign, sub, Tensor, tidy } from '@tensorflow/tfjs-core';

function demand(fn: string, name: string, value: unknown): void {
  if (!(value instanceof Tensor)) throw new TypeError(`${fn}: ${name} has to be a tensor, got ${value}`);
  if (value.dtype !== 'float32') throw new TypeError(`${fn}: ${name} has to be float32, got ${value.dtype}`);
}

/** x less its negative part. */
export const relu = (x: Tensor): Tensor => {
  demand('relu', 'x', x);
  return tidy(() => sub(x, minimum(x, 0)));
};

/** The mask from signs: (s + |s|)/2 is 1 for s = 1, and 0 for s = 0 and s = −1. */
export const reluBackward = (dy: Tensor, x: Tensor): Tensor => {
  demand('reluBackward', 'dy', dy);
  demand('reluBackward', 'x', x);
  if (dy.shape.join() !== x.shape.join() || dy.rank !== x.rank) {
    throw new RangeError(`reluBackward: dy does not fit x, got [${dy.shape}] and [${x.shape}]`);
  }
  return tidy(() => {
    const s = sign(x);
    return mul(dy, mul(0.5, add(s, abs(s))));
  });
};
