import {
  add,
  concat,
  matMul,
  reshape,
  slice,
  Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor2d,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';

type Pair = [number, number];
type Options = { stride: Pair; pad: Pair; dilation: Pair };
const NAMES = ['stride', 'pad', 'dilation'] as const;

function validate(x: Tensor4D, w: Tensor4D, options: Options): void {
  for (const [name, value] of Object.entries({ x, w })) {
    if (!(value instanceof Tensor && value.dtype === 'float32' && value.shape.length === 4)) {
      throw new TypeError(`conv2dGeneral: ${name} is no float32 tensor of rank 4, got ${value}`);
    }
    if (value.size < 1) throw new RangeError(`conv2dGeneral: ${name} is empty, got ${value.shape}`);
  }
  if (x.shape[3] !== w.shape[2]) throw new RangeError(`conv2dGeneral: w does not fit x, got ${w.shape}`);
  for (const name of NAMES) {
    const pair: unknown[] = Array.isArray(options[name]) ? options[name] : [];
    if (pair.length !== 2 || pair.some((entry) => typeof entry !== 'number')) {
      throw new TypeError(`conv2dGeneral: ${name} is no pair of numbers, got ${options[name]}`);
    }
    const least = name === 'pad' ? 0 : 1;
    if (!options[name].every((entry) => entry >= least && entry % 1 === 0)) {
      throw new RangeError(`conv2dGeneral: ${name} is out of range, got ${options[name]}`);
    }
  }
}

/** For one tap, [places, extent]: 1 where the place meets that row or column; a place in the padding meets none. */
function selector(places: number, extent: number, first: number, step: number): Tensor2D {
  const entries = Array.from({ length: places }, (_, at) =>
    Array.from({ length: extent }, (_, pixel) => Number(pixel === first + at * step)),
  );
  return tensor2d(entries, [places, extent]);
}

/** Padding, stride and dilation as matrices of zeros and ones from the left and the right of each image. */
export const conv2dGeneral = (x: Tensor4D, w: Tensor4D, options: Options): Tensor4D => {
  validate(x, w, options);
  const { stride, pad, dilation } = options;
  const [n, height, width, channels] = x.shape;
  const [kh, kw, , filters] = w.shape;
  const placesOf = (extent: number, k: number, axis: 0 | 1) =>
    Math.floor((extent + 2 * pad[axis] - dilation[axis] * (k - 1) - 1) / stride[axis] + 1);
  const rows = placesOf(height, kh, 0);
  const columns = placesOf(width, kw, 1);
  if (rows < 1 || columns < 1) throw new RangeError(`conv2dGeneral: x is too small for the kernel, got ${x.shape}`);

  return tidy(() => {
    const upright = reshape(transpose(x, [1, 0, 2, 3]), [height, n * width * channels]) as Tensor2D;
    let sum: Tensor | undefined;
    for (let u = 0; u < kh; u++) {
      const picked = matMul(selector(rows, height, u * dilation[0] - pad[0], stride[0]), upright);
      const lying = transpose(reshape(picked, [rows, n, width, channels]), [2, 1, 0, 3]);
      const flat = reshape(lying, [width, n * rows * channels]) as Tensor2D;
      const windows = Array.from({ length: kw }, (_, v) => {
        const met = matMul(selector(columns, width, v * dilation[1] - pad[1], stride[1]), flat);
        return reshape(met, [columns * n * rows, channels]) as Tensor2D;
      });
      const weights = reshape(slice(w, [u, 0, 0, 0], [1, -1, -1, -1]), [kw * channels, filters]) as Tensor2D;
      const row = matMul(concat(windows, 1) as Tensor2D, weights);
      sum = sum ? add(sum, row) : row;
    }
    return transpose(reshape(sum as Tensor, [columns, n, rows, filters]), [1, 2, 0, 3]) as Tensor4D;
  });
};
