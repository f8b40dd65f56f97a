import {
  add,
  addN,
  matMul,
  maximum,
  mul,
  pad,
  reshape,
  slice,
  Tensor,
  type Tensor1D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';

interface Params {
  w1: Tensor4D;
  w2: Tensor4D;
  w3: Tensor4D;
  s: [Tensor1D, Tensor1D, Tensor1D];
  t: [Tensor1D, Tensor1D, Tensor1D];
  proj?: { w: Tensor4D; s: Tensor1D; t: Tensor1D };
}

/** A tensor of this shape, in which null may be any extent. */
function checkTensor(name: string, value: unknown, shape: readonly (number | null)[]): void {
  if (!(value instanceof Tensor) || value.dtype !== 'float32' || value.rank !== shape.length) {
    throw new TypeError(`bottleneck: ${name} needs float32 of rank ${shape.length}, got ${value}`);
  }
  if (value.size === 0) throw new RangeError(`bottleneck: ${name} is empty, got [${value.shape}]`);
  if (shape.some((extent, axis) => extent !== null && extent !== value.shape[axis])) {
    throw new RangeError(`bottleneck: ${name} does not fit [${shape}], got [${value.shape}]`);
  }
}

/** Every `stride`-th row and column from the first. */
function sample(h: Tensor4D, stride: number): Tensor4D {
  const [batch, height, width, channels] = h.shape;
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const whole = pad(h, [
    [0, 0],
    [0, rows * stride - height],
    [0, columns * stride - width],
    [0, 0],
  ]);
  const groups = reshape(whole, [batch * rows, stride, columns, stride * channels]);
  return reshape(slice(groups, [0, 0, 0, 0], [batch * rows, 1, columns, channels]), [batch, rows, columns, channels]);
}

/** A 1×1 convolution is one matrix product over all pixels. */
function mix(h: Tensor4D, w: Tensor4D, s: Tensor1D, t: Tensor1D): Tensor4D {
  const [batch, height, width] = h.shape;
  const [, , inputs, outputs] = w.shape;
  const product = matMul(reshape(h, [batch * height * width, inputs]), reshape(w, [inputs, outputs]));
  return reshape(add(mul(product, s), t), [batch, height, width, outputs]);
}

/** The 3×3 convolution, too: its nine pixels are laid side by side, a product for each. */
function spread(h: Tensor4D, w: Tensor4D, s: Tensor1D, t: Tensor1D, stride: number): Tensor4D {
  const [batch, height, width, channels] = h.shape;
  const padded = pad(h, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const taps = Array.from({ length: 9 }, (_, tap) => {
    const [u, v] = [Math.floor(tap / 3), tap % 3];
    const seen = sample(slice(padded, [0, u, v, 0], [batch, height, width, channels]), stride);
    return matMul(
      reshape(seen, [-1, channels]),
      reshape(slice(w, [u, v, 0, 0], [1, 1, channels, channels]), [channels, channels]),
    );
  });
  return reshape(add(mul(addN(taps), s), t), [batch, rows, columns, channels]);
}

export const bottleneck = (x: Tensor4D, p: Params, stride: number): Tensor4D => {
  const { w1, w2, w3, s, t, proj } = p;
  checkTensor('x', x, [null, null, null, null]);
  if (typeof stride !== 'number') throw new TypeError(`bottleneck: stride is no number, got ${stride}`);
  if (!(stride >= 1 && stride % 1 === 0)) throw new RangeError(`bottleneck: stride is no count, got ${stride}`);
  const channels = x.shape[3];
  checkTensor('w1', w1, [1, 1, channels, null]);
  const width = w1.shape[3];
  checkTensor('w2', w2, [3, 3, width, width]);
  checkTensor('w3', w3, [1, 1, width, null]);
  const outputs = w3.shape[3];
  [width, width, outputs].forEach((length, i) => {
    checkTensor(`s[${i}]`, s[i], [length]);
    checkTensor(`t[${i}]`, t[i], [length]);
  });
  if (proj) {
    checkTensor('proj.w', proj.w, [1, 1, channels, outputs]);
    checkTensor('proj.s', proj.s, [outputs]);
    checkTensor('proj.t', proj.t, [outputs]);
  }
  if (!proj && (stride > 1 || channels !== outputs))
    throw new RangeError('bottleneck: proj is needed here, got nothing');
  return tidy(() => {
    const narrow = maximum(mix(x, w1, s[0], t[0]), 0) as Tensor4D;
    const spatial = maximum(spread(narrow, w2, s[1], t[1], stride), 0) as Tensor4D;
    const shortcut = proj ? mix(sample(x, stride), proj.w, proj.s, proj.t) : x;
    return maximum(add(shortcut, mix(spatial, w3, s[2], t[2])), 0) as Tensor4D;
  });
};

/** In closed form: M(C + 9M + O) + 4M + 2O, and O(C + 2) for the projection. */
export const bottleneckParams = (cin: number, width: number, cout: number, proj: boolean): number => {
  const rule = (name: string, value: number) => {
    if (typeof value !== 'number') throw new TypeError(`bottleneckParams: ${name} is no number, got ${value}`);
    if (value < 1 || !Number.isInteger(value))
      throw new RangeError(`bottleneckParams: ${name} is no count, got ${value}`);
  };
  rule('cin', cin);
  rule('width', width);
  rule('cout', cout);
  if (typeof proj !== 'boolean') throw new TypeError(`bottleneckParams: proj is no boolean, got ${proj}`);
  if (cin !== cout && !proj) throw new RangeError(`bottleneckParams: proj is needed here, got ${proj}`);
  return width * (cin + 9 * width + cout + 4) + 2 * cout + Number(proj) * cout * (cin + 2);
};
