import {
  add,
  concat,
  conv2d,
  matMul,
  maximum,
  pad,
  relu,
  reshape,
  slice,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';

interface CB {
  w: Tensor4D;
  b: Tensor1D;
}
interface Params {
  b1: CB;
  b3r: CB;
  b3: CB;
  b5r: CB;
  b5: CB;
  pp: CB;
}

function checkTensor(name: string, value: unknown, shape: readonly (number | null)[]): void {
  if (!(value instanceof Tensor) || value.dtype !== 'float32' || value.rank !== shape.length) {
    throw new TypeError(`inception: ${name} needs float32 of rank ${shape.length}, got ${value}`);
  }
  if (value.size === 0) throw new RangeError(`inception: ${name} is empty, got [${value.shape}]`);
  if (shape.some((extent, axis) => extent !== null && extent !== value.shape[axis])) {
    throw new RangeError(`inception: ${name} does not fit [${shape}], got [${value.shape}]`);
  }
}

function checkConv(name: string, { w, b }: CB, size: number, inputs: number): void {
  checkTensor(`${name}.w`, w, [size, size, inputs, null]);
  checkTensor(`${name}.b`, b, [w.shape[3]]);
}

/** The largest of three neighbours along one axis; beyond the border lies a number below all others. */
function largestOfThree(x: Tensor4D, axis: 1 | 2): Tensor4D {
  const margins = [0, 1, 2, 3].map((one): [number, number] => (one === axis ? [1, 1] : [0, 0]));
  const padded = pad(x, margins, -3e38);
  const at = (offset: number) =>
    slice(
      padded,
      [0, 1, 2, 3].map((one) => (one === axis ? offset : 0)),
      x.shape,
    ) as Tensor4D;
  return maximum(maximum(at(1), at(0)), at(2)) as Tensor4D;
}

/** A 1×1 convolution as a matrix product over all pixels. */
function mix(h: Tensor4D, { w, b }: CB): Tensor4D {
  const [batch, height, width, inputs] = h.shape;
  const outputs = w.shape[3];
  const pixels = reshape(h, [batch * height * width, inputs]) as Tensor2D;
  const mixed = relu(add(matMul(pixels, reshape(w, [inputs, outputs]) as Tensor2D), b));
  return reshape(mixed, [batch, height, width, outputs]) as Tensor4D;
}

export const inception = (x: Tensor4D, { b1, b3r, b3, b5r, b5, pp }: Params): Tensor4D => {
  checkTensor('x', x, [null, null, null, null]);
  checkConv('b1', b1, 1, x.shape[3]);
  checkConv('b3r', b3r, 1, x.shape[3]);
  checkConv('b5r', b5r, 1, x.shape[3]);
  checkConv('pp', pp, 1, x.shape[3]);
  checkConv('b3', b3, 3, b3r.w.shape[3]);
  checkConv('b5', b5, 5, b5r.w.shape[3]);
  return tidy(() => {
    const look = (h: Tensor4D, { w, b }: CB) => relu(add(conv2d(h, w, [1, 1], 'same'), b)) as Tensor4D;
    const left = concat([mix(x, b1), look(mix(x, b3r), b3)], 3) as Tensor4D;
    const right = concat([look(mix(x, b5r), b5), mix(largestOfThree(largestOfThree(x, 1), 2), pp)], 3) as Tensor4D;
    return concat([left, right], 3) as Tensor4D;
  });
};

export const inceptionWeights = (cin: number, s: readonly number[]): number => {
  const rule = (name: string, value: number) => {
    if (typeof value !== 'number') throw new TypeError(`inceptionWeights: ${name} is no number, got ${value}`);
    if (value < 1 || !Number.isInteger(value))
      throw new RangeError(`inceptionWeights: ${name} is no count, got ${value}`);
  };
  rule('cin', cin);
  if (!Array.isArray(s)) throw new TypeError(`inceptionWeights: s is no array, got ${s}`);
  if (s.length !== 6) throw new RangeError(`inceptionWeights: s has not six entries, got ${s.length}`);
  s.forEach((count: number, i) => {
    rule(`s[${i}]`, count);
  });
  const [one, reduce3, three, reduce5, five, project] = s as [number, number, number, number, number, number];
  return one * cin + reduce3 * (cin + 9 * three) + reduce5 * (cin + 25 * five) + project * cin;
};
