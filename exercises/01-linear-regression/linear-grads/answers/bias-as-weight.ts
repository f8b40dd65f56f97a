import {
  concat,
  dot,
  mul,
  ones,
  reshape,
  type Scalar,
  slice,
  sub,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';

/** One gradient for all weights, the bias among them as the weight of a column of ones. */
export const linearGrads = (x: Tensor2D, y: Tensor1D, w: Tensor1D, b: Scalar): { dw: Tensor1D; db: Scalar } => {
  for (const [name, value, rank] of [
    ['x', x, 2],
    ['y', y, 1],
    ['w', w, 1],
    ['b', b, 0],
  ] as const) {
    if (!(value instanceof Tensor)) throw new TypeError(`linearGrads: ${name} is no tensor, got ${value}`);
    if (value.rank !== rank) throw new TypeError(`linearGrads: ${name} needs rank ${rank}, got ${value.rank}`);
    if (value.dtype !== 'float32') throw new TypeError(`linearGrads: ${name} needs float32, got ${value.dtype}`);
    if (value.size === 0) throw new RangeError(`linearGrads: ${name} is empty, got [${value.shape}]`);
  }
  const [rows, columns] = x.shape;
  if (y.size !== rows) throw new RangeError(`linearGrads: y and x do not fit, got ${y.size} and ${rows}`);
  if (w.size !== columns) throw new RangeError(`linearGrads: w and x do not fit, got ${w.size} and ${columns}`);
  return tidy(() => {
    const wide = concat([x, ones([rows, 1])], 1) as Tensor2D;
    const error = sub(dot(wide, concat([w, reshape(b, [1])]) as Tensor1D), y) as Tensor1D;
    const gradient = mul(dot(transpose(wide), error), 2 / rows) as Tensor1D;
    return { dw: slice(gradient, 0, columns), db: reshape(slice(gradient, columns, 1), []) as Scalar };
  });
};
