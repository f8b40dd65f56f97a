import {
  add,
  conv2d,
  matMul,
  maximum,
  mul,
  pad,
  reshape,
  slice,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';

interface Params {
  w1: Tensor4D;
  s1: Tensor1D;
  t1: Tensor1D;
  w2: Tensor4D;
  s2: Tensor1D;
  t2: Tensor1D;
  proj?: { w: Tensor4D; s: Tensor1D; t: Tensor1D };
}

function checkTensor(name: string, value: unknown, shape: readonly number[], axes: readonly number[]): void {
  if (!(value instanceof Tensor) || value.dtype !== 'float32' || value.rank !== shape.length) {
    throw new TypeError(`residual: ${name} needs float32 of rank ${shape.length}, got ${value}`);
  }
  for (const axis of axes) {
    if (value.shape[axis] !== shape[axis]) {
      throw new RangeError(`residual: ${name} needs extent ${shape[axis]} on axis ${axis}, got [${value.shape}]`);
    }
  }
  if (value.size === 0) throw new RangeError(`residual: ${name} is empty, got [${value.shape}]`);
}

/** Every `stride`-th row and column: the rest of each group of `stride` is cut off after padding to whole groups. */
function sample(x: Tensor4D, stride: number): Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const whole = pad(x, [
    [0, 0],
    [0, rows * stride - height],
    [0, columns * stride - width],
    [0, 0],
  ]);
  const groups = reshape(whole, [batch * rows, stride, columns, stride * channels]);
  return reshape(slice(groups, [0, 0, 0, 0], [batch * rows, 1, columns, channels]), [batch, rows, columns, channels]);
}

/** The shortcut is a matrix product at the pixels that the stride leaves. */
export const residual = (x: Tensor4D, p: Params, stride: number): Tensor4D => {
  const { w1, s1, t1, w2, s2, t2, proj } = p;
  checkTensor('x', x, [0, 0, 0, 0], []);
  const [batch, height, width, channels] = x.shape;
  if (typeof stride !== 'number') throw new TypeError(`residual: stride is no number, got ${stride}`);
  if (stride < 1 || stride % 1 !== 0) throw new RangeError(`residual: stride is no positive integer, got ${stride}`);
  if (!Number.isFinite(stride)) throw new RangeError(`residual: stride is not finite, got ${stride}`);
  checkTensor('w1', w1, [3, 3, channels, 0], [0, 1, 2]);
  checkTensor('s1', s1, [w1.shape[3]], [0]);
  checkTensor('t1', t1, [w1.shape[3]], [0]);
  checkTensor('w2', w2, [3, 3, w1.shape[3], 0], [0, 1, 2]);
  const outputs = w2.shape[3];
  checkTensor('s2', s2, [outputs], [0]);
  checkTensor('t2', t2, [outputs], [0]);
  if (proj) {
    checkTensor('proj.w', proj.w, [1, 1, channels, outputs], [0, 1, 2, 3]);
    checkTensor('proj.s', proj.s, [outputs], [0]);
    checkTensor('proj.t', proj.t, [outputs], [0]);
  } else if (stride !== 1 || channels !== outputs) {
    throw new RangeError(`residual: proj is needed from ${channels} to ${outputs} channels, got nothing`);
  }
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  return tidy(() => {
    const dense = sample(conv2d(x, w1, 1, 'same'), stride);
    const hidden = maximum(add(mul(dense, s1), t1), 0) as Tensor4D;
    const branch = add(mul(conv2d(hidden, w2, 1, 'same'), s2), t2);
    if (!proj) return maximum(add(x, branch), 0) as Tensor4D;
    const pixels = reshape(sample(x, stride), [batch * rows * columns, channels]);
    const projected = matMul(pixels, reshape(proj.w, [channels, outputs]) as Tensor2D);
    const shortcut = add(mul(projected, proj.s), proj.t);
    return maximum(add(reshape(shortcut, [batch, rows, columns, outputs]), branch), 0) as Tensor4D;
  });
};
