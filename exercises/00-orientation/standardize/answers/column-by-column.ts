import { add, concat, mean, mul, pow, slice, sub, Tensor, type Tensor2D, tidy } from '@tensorflow/tfjs-core';

const isMatrix = (value: unknown): value is Tensor2D =>
  value instanceof Tensor && value.dtype === 'float32' && value.shape.length === 2;

/** One column at a time, joined again; the root as a power of −½. */
export const standardize = (x: Tensor2D, eps = 1e-5): Tensor2D => {
  if (!isMatrix(x)) throw new TypeError(`standardize: x is no float32 matrix, got ${x}`);
  if (x.size === 0) throw new RangeError(`standardize: x is empty, got ${x.shape}`);
  if (!(Number(eps) > 0)) throw new RangeError(`standardize: eps is not positive, got ${eps}`);
  const [rows, columns] = x.shape;
  return tidy(() =>
    concat(
      Array.from({ length: columns }, (_, d) => {
        const column = slice(x, [0, d], [rows, 1]);
        const offset = sub(column, mean(column));
        return mul(offset, pow(add(mean(mul(offset, offset)), eps), -0.5)) as Tensor2D;
      }),
      1,
    ),
  );
};
