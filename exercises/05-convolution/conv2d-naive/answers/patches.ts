import { add, concat, matMul, reshape, slice, Tensor, type Tensor1D, type Tensor4D, tidy } from '@tensorflow/tfjs-core';

const isFloat = (value: unknown, rank: number) =>
  value instanceof Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** Every window as one row, all filters as columns: one matrix product. */
export const conv2d = (x: Tensor4D, w: Tensor4D, b: Tensor1D): Tensor4D => {
  if (!isFloat(x, 4)) throw new TypeError(`conv2d: x is no float32 batch of images, got ${x}`);
  if (!isFloat(w, 4)) throw new TypeError(`conv2d: w is no float32 tensor of filters, got ${w}`);
  if (!isFloat(b, 1)) throw new TypeError(`conv2d: b is no float32 vector, got ${b}`);
  for (const [name, { size }] of Object.entries({ x, w, b })) {
    if (size < 1) throw new RangeError(`conv2d: ${name} is empty, got size ${size}`);
  }
  const [kh, kw, channels, filters] = w.shape;
  const [n, rows, columns] = [x.shape[0], x.shape[1] - kh + 1, x.shape[2] - kw + 1];
  if (channels !== x.shape[3]) throw new RangeError(`conv2d: x and w do not fit, got ${x.shape} and ${w.shape}`);
  if (b.size !== filters) throw new RangeError(`conv2d: w and b do not fit, got ${w.shape} and ${b.shape}`);
  if (Math.min(rows, columns) < 1) throw new RangeError(`conv2d: x is smaller than the kernel, got ${x.shape}`);
  return tidy(() => {
    const windows = Array.from({ length: kh * kw }, (_, tap) =>
      slice(x, [0, Math.floor(tap / kw), tap % kw, 0], [n, rows, columns, channels]),
    );
    const patches = reshape(concat(windows, 3), [n * rows * columns, kh * kw * channels]);
    const product = matMul(patches, reshape(w, [kh * kw * channels, filters]));
    return reshape(add(product, b), [n, rows, columns, filters]);
  });
};
