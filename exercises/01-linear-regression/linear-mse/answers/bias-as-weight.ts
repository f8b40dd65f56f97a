import {
  concat,
  dot,
  mean,
  ones,
  reshape,
  type Scalar,
  squaredDifference,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';

/** The bias as one more weight of a column of ones. */
export const linearMse = (x: Tensor2D, y: Tensor1D, w: Tensor1D, b: Scalar): Scalar => {
  for (const [name, value, rank] of [
    ['x', x, 2],
    ['y', y, 1],
    ['w', w, 1],
    ['b', b, 0],
  ] as const) {
    if (!(value instanceof Tensor)) throw new TypeError(`linearMse: ${name} is no tensor, got ${value}`);
    if (value.rank !== rank) throw new TypeError(`linearMse: ${name} needs rank ${rank}, got ${value.rank}`);
    if (value.dtype !== 'float32') throw new TypeError(`linearMse: ${name} needs float32, got ${value.dtype}`);
    if (value.size === 0) throw new RangeError(`linearMse: ${name} is empty, got [${value.shape}]`);
  }
  if (y.size !== x.shape[0]) throw new RangeError(`linearMse: y and x do not fit, got ${y.size} and ${x.shape[0]}`);
  if (w.size !== x.shape[1]) throw new RangeError(`linearMse: w and x do not fit, got ${w.size} and ${x.shape[1]}`);
  return tidy(() => {
    const wide = concat([x, ones([x.shape[0], 1])], 1) as Tensor2D;
    const weights = concat([w, reshape(b, [1])]) as Tensor1D;
    return mean(squaredDifference(dot(wide, weights), y));
  });
};
