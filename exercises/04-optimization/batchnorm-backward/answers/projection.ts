import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { add, div, eye, matMul, mul, ones, reshape, slice, sqrt, sub, sum, Tensor, tidy } from '@tensorflow/tfjs-core';

const isFloat = (value: unknown, rank: number) =>
  value instanceof Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** One column at a time: dx = γ/s · (I − 1·1ᵀ/N − x̂·x̂ᵀ/N) dy, the Jacobian as a matrix. */
export const batchNormBackward = (dy: Tensor2D, x: Tensor2D, gamma: Tensor1D, eps = 1e-5) => {
  if (!isFloat(dy, 2)) throw new TypeError(`batchNormBackward: dy is no float32 matrix, got ${dy}`);
  if (!isFloat(x, 2)) throw new TypeError(`batchNormBackward: x is no float32 matrix, got ${x}`);
  if (!isFloat(gamma, 1)) throw new TypeError(`batchNormBackward: gamma is no float32 vector, got ${gamma}`);
  const [n, d] = x.shape;
  if (n * d === 0) throw new RangeError(`batchNormBackward: x is empty, got ${x.shape}`);
  if (dy.shape[0] !== n || dy.shape[1] !== d)
    throw new RangeError(`batchNormBackward: dy does not fit, got ${dy.shape}`);
  if (gamma.shape[0] !== d) throw new RangeError(`batchNormBackward: gamma does not fit, got ${gamma.shape}`);
  if (!(eps > 0)) throw new RangeError(`batchNormBackward: eps is not positive, got ${eps}`);

  return tidy(() => {
    const average = div(ones([n, n]), n) as Tensor2D;
    const columns = Array.from({ length: d }, (_, j) => {
      const [column, upstream] = [slice(x, [0, j], [n, 1]), slice(dy, [0, j], [n, 1])];
      const offset = sub(column, matMul(average, column));
      const root = sqrt(add(div(sum(mul(offset, offset)), n), eps));
      const xhat = div(offset, root) as Tensor2D;
      const jacobian = sub(sub(eye(n), average), div(matMul(xhat, xhat, false, true), n)) as Tensor2D;
      const dx = mul(div(slice(gamma, [j], [1]), root), matMul(jacobian, upstream)) as Tensor2D;
      return { dx, dgamma: matMul(xhat, upstream, true), dbeta: sum(upstream) };
    });
    const place = (j: number) => slice(eye(d), [j, 0], [1, d]) as Tensor2D;
    const spread = (part: 'dx' | 'dgamma' | 'dbeta', rows: number) =>
      columns
        .map((column, j) => matMul(reshape(column[part], [rows, 1]) as Tensor2D, place(j)))
        .reduce((total, one) => add(total, one));
    return {
      dx: spread('dx', n),
      dgamma: reshape(spread('dgamma', 1), [d]) as Tensor1D,
      dbeta: reshape(spread('dbeta', 1), [d]) as Tensor1D,
    };
  });
};
