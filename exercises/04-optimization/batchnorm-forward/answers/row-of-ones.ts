import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { add, clone, matMul, mul, ones, reshape, rsqrt, sub, Tensor, tidy } from '@tensorflow/tfjs-core';

type Statistics = { mean: Tensor1D; variance: Tensor1D };

const isFloat = (value: unknown, rank: number) =>
  value instanceof Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** Means as products with a row of ones; the running statistics move by a share of what they lack. */
export const batchNorm = (
  x: Tensor2D,
  gamma: Tensor1D,
  beta: Tensor1D,
  running: Statistics,
  options: { training: boolean; momentum?: number; eps?: number },
): { y: Tensor2D; running: Statistics } => {
  const { training, momentum: m = 0.1, eps = 1e-5 } = options;
  if (!isFloat(x, 2)) throw new TypeError(`batchNorm: x is no float32 matrix, got ${x}`);
  if (x.size === 0) throw new RangeError(`batchNorm: x is empty, got ${x.shape}`);
  const named: [string, Tensor1D][] = [
    ['gamma', gamma],
    ['beta', beta],
    ['running mean', running.mean],
    ['running variance', running.variance],
  ];
  for (const [name, vector] of named) {
    if (!isFloat(vector, 1)) throw new TypeError(`batchNorm: ${name} is no float32 vector, got ${vector}`);
    if (vector.shape[0] !== x.shape[1]) throw new RangeError(`batchNorm: ${name} does not fit x, got ${vector.shape}`);
  }
  if (training !== true && training !== false) throw new TypeError(`batchNorm: training is not set, got ${training}`);
  if (!(Math.abs(m - 0.5) <= 0.5)) throw new RangeError(`batchNorm: momentum is outside [0, 1], got ${m}`);
  if (Number.isNaN(eps) || eps <= 0) throw new RangeError(`batchNorm: eps is not positive, got ${eps}`);

  const [n, d] = x.shape;
  const average = (rows: Tensor2D): Tensor1D => reshape(matMul(mul(ones([1, n]), 1 / n) as Tensor2D, rows), [d]);
  return tidy(() => {
    const mean = training ? average(x) : running.mean;
    const offset = sub(x, mean) as Tensor2D;
    const variance = training ? average(mul(offset, offset)) : running.variance;
    const scale = mul(gamma, rsqrt(add(variance, eps)));
    const y = add(mul(offset, scale), beta) as Tensor2D;
    if (!training) return { y, running: { mean: clone(mean), variance: clone(variance) } };
    const unbiased = mul(variance, n / Math.max(1, n - 1));
    return {
      y,
      running: {
        mean: add(running.mean, mul(m, sub(mean, running.mean))) as Tensor1D,
        variance: add(running.variance, mul(m, sub(unbiased, running.variance))) as Tensor1D,
      },
    };
  });
};
