import {
  add,
  exp,
  isFinite as finite,
  log,
  max,
  reshape,
  slice,
  stack,
  sub,
  sum,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';

/** Each row on its own, then stacked. */
export const logSumExp = (z: Tensor2D): Tensor1D => {
  const isMatrix = z instanceof Tensor && z.rank === 2 && z.dtype === 'float32';
  if (!isMatrix) throw new TypeError('logSumExp: z should be a float32 matrix, got something else');
  const [rows, classes] = z.shape;
  if (rows * classes === 0) throw new RangeError(`logSumExp: z should hold numbers, got ${rows} × ${classes}`);
  return tidy(() => {
    const results = Array.from({ length: rows }, (_, n) => {
      const row = reshape(slice(z, [n, 0], [1, classes]), [classes]);
      const most = max(row);
      const shift = where(finite(most), most, zerosLike(most));
      return add(log(sum(exp(sub(row, shift)))), shift);
    });
    return stack(results) as Tensor1D;
  });
};
