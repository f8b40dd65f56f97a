import {
  div,
  exp,
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
} from '@tensorflow/tfjs-core';

/** Each row on its own, then stacked again. */
export const softmax = (z: Tensor2D): Tensor2D => {
  const isMatrix = z instanceof Tensor && z.rank === 2 && z.dtype === 'float32';
  if (!isMatrix) throw new TypeError('softmax: z should be a float32 matrix, got something else');
  const [rows, classes] = z.shape;
  if (rows * classes === 0) throw new RangeError(`softmax: z should hold numbers, got ${rows} × ${classes}`);
  return tidy(() => {
    const results: Tensor1D[] = [];
    for (let n = 0; n < rows; n++) {
      const row = reshape(slice(z, [n, 0], [1, classes]), [classes]);
      const powers = exp(sub(row, max(row)));
      results.push(div(powers, sum(powers)));
    }
    return stack(results) as Tensor2D;
  });
};
