import { cast, div, greaterEqual, mul, ones, Tensor, type Tensor2D, tensor, tidy } from '@tensorflow/tfjs-core';

function check(fn: string, matrices: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(matrices)) {
    if (!(value instanceof Tensor)) throw new TypeError(`${fn}: ${name} is no tensor, got ${value}`);
    if (value.rank !== 2) throw new TypeError(`${fn}: ${name} needs rank 2, got ${value.rank}`);
    if (value.dtype !== 'float32') throw new TypeError(`${fn}: ${name} needs float32, got ${value.dtype}`);
    if (value.size === 0) throw new RangeError(`${fn}: ${name} is empty, got [${value.shape}]`);
  }
}

/** A tensor of the numbers drawn is compared with the rate; in evaluation nothing is drawn and the mask is of ones. */
export const dropout = (x: Tensor2D, rate: number, training: boolean, rng: () => number) => {
  check('dropout', { x });
  if (typeof rate !== 'number') throw new TypeError(`dropout: rate is no number, got ${rate}`);
  if (typeof training !== 'boolean') throw new TypeError(`dropout: training is no boolean, got ${training}`);
  if (typeof rng !== 'function') throw new TypeError(`dropout: rng is no function, got ${rng}`);
  if (Number.isNaN(rate) || rate < 0 || rate >= 1) throw new RangeError(`dropout: rate is out of range, got ${rate}`);
  return tidy(() => {
    const off = training ? rate : 0;
    if (off === 0) return { y: mul(x, 1), mask: ones(x.shape) };
    const drawn = new Float32Array(x.size);
    for (let i = 0; i < x.size; i++) drawn[i] = rng();
    const mask = div(cast(greaterEqual(tensor(drawn, x.shape), off), 'float32'), 1 - off);
    return { y: mul(x, mask), mask };
  });
};

export const dropoutBackward = (dy: Tensor2D, mask: Tensor2D): Tensor2D => {
  check('dropoutBackward', { dy, mask });
  if (dy.shape.join() !== mask.shape.join()) {
    throw new RangeError(`dropoutBackward: dy and mask differ in shape, got [${dy.shape}] and [${mask.shape}]`);
  }
  return mul(mask, dy);
};
