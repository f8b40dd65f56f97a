import { concat, expandDims, matMul, ones, Tensor, type Tensor1D, type Tensor2D, tidy } from '@tensorflow/tfjs-core';

const rankOf = (value: unknown) => (value instanceof Tensor && value.dtype === 'float32' ? value.rank : -1);

/** The bias as one more row of W, against a column of ones. */
export const dense = (x: Tensor2D, w: Tensor2D, b: Tensor1D): Tensor2D => {
  for (const [name, value, rank] of [
    ['x', x, 2],
    ['w', w, 2],
    ['b', b, 1],
  ] as const) {
    if (rankOf(value) !== rank) throw new TypeError(`dense: ${name} needs rank ${rank}, got ${rankOf(value)}`);
    if (value.size < 1) throw new RangeError(`dense: ${name} is empty, got size ${value.size}`);
  }
  if (x.shape[1] !== w.shape[0]) throw new RangeError(`dense: x and w do not fit, got ${x.shape} and ${w.shape}`);
  if (w.shape[1] !== b.shape[0]) throw new RangeError(`dense: w and b do not fit, got ${w.shape} and ${b.shape}`);
  return tidy(() =>
    matMul(concat([x, ones([x.shape[0], 1])], 1) as Tensor2D, concat([w, expandDims(b, 0)], 0) as Tensor2D),
  );
};
