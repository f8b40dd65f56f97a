import {
  add,
  conv2d,
  exp,
  log,
  maxPool,
  mul,
  ones,
  relu,
  reshape,
  square,
  Tensor,
  type Tensor1D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';

interface Options {
  n?: number;
  k?: number;
  alpha?: number;
  beta?: number;
}

function checkTensor(fn: string, name: string, value: unknown, rank: number): void {
  if (!(value instanceof Tensor)) throw new TypeError(`${fn}: ${name} is no tensor, got ${value}`);
  if (value.rank !== rank || value.dtype !== 'float32') {
    throw new TypeError(`${fn}: ${name} needs float32 of rank ${rank}, got ${value.dtype} of rank ${value.rank}`);
  }
  if (value.size === 0) throw new RangeError(`${fn}: ${name} is empty, got [${value.shape}]`);
}

/** The channels of each pixel stand below each other, and a column of n ones slides over them; the power by logarithms. */
export const lrn = (x: Tensor4D, { n = 5, k = 2, alpha = 1e-4, beta = 0.75 }: Options = {}): Tensor4D => {
  checkTensor('lrn', 'x', x, 4);
  if (!Number.isInteger((n - 1) / 2) || n < 1) throw new RangeError(`lrn: n is not odd, got ${n}`);
  if (Number.isNaN(k) || k <= 0) throw new RangeError(`lrn: k is not positive, got ${k}`);
  if (Number.isNaN(alpha) || alpha < 0) throw new RangeError(`lrn: alpha is negative, got ${alpha}`);
  if (Number.isNaN(beta) || beta < 0) throw new RangeError(`lrn: beta is negative, got ${beta}`);
  const channels = x.shape[3];
  return tidy(() => {
    const columns = reshape(square(x), [x.size / channels, channels, 1, 1]) as Tensor4D;
    const sums = reshape(conv2d(columns, ones([n, 1, 1, 1]) as Tensor4D, 1, 'same'), x.shape);
    return mul(x, exp(mul(log(add(mul(sums, alpha), k)), -beta))) as Tensor4D;
  });
};

export const alexBlock = (x: Tensor4D, w: Tensor4D, b: Tensor1D, stride: number): Tensor4D => {
  checkTensor('alexBlock', 'x', x, 4);
  checkTensor('alexBlock', 'w', w, 4);
  checkTensor('alexBlock', 'b', b, 1);
  if (typeof stride !== 'number') throw new TypeError(`alexBlock: stride is no number, got ${stride}`);
  if (!(stride >= 1 && stride % 1 === 0)) throw new RangeError(`alexBlock: stride is no count, got ${stride}`);
  if (w.shape[2] !== x.shape[3]) throw new RangeError(`alexBlock: w does not fit x, got [${w.shape}]`);
  if (w.shape[3] !== b.shape[0]) throw new RangeError(`alexBlock: b does not fit w, got [${b.shape}]`);
  for (const axis of [1, 2] as const) {
    const places = (x.shape[axis] - (w.shape[axis - 1] as number)) / stride + 1;
    if (places < 3) throw new RangeError(`alexBlock: x is too small for w and the pooling, got [${x.shape}]`);
  }
  return tidy(() => maxPool(lrn(relu(add(conv2d(x, w, stride, 'valid'), b)) as Tensor4D), [3, 3], [2, 2], 0));
};
