import { exp, log1p, minimum, mul, type Scalar, sub, sum, Tensor, type Tensor1D, tidy } from '@tensorflow/tfjs-core';

function check(name: string, value: unknown): void {
  if (!(value instanceof Tensor)) throw new TypeError(`bernoulliLogLik: ${name} is no tensor, got ${value}`);
  if (value.rank !== 1) throw new TypeError(`bernoulliLogLik: ${name} needs rank 1, got ${value.rank}`);
  if (value.dtype !== 'float32') throw new TypeError(`bernoulliLogLik: ${name} needs float32, got ${value.dtype}`);
  if (value.size === 0) throw new RangeError(`bernoulliLogLik: ${name} is empty, got [${value.shape}]`);
}

/** log σ(m) of the margin m = ±z, with −|m| written as 2 min(m, 0) − m: one kink, which cancels. */
export const bernoulliLogLik = (y: Tensor1D, z: Tensor1D): Scalar => {
  check('y', y);
  check('z', z);
  if (y.size !== z.size) throw new RangeError(`bernoulliLogLik: y and z differ in length, got ${y.size}`);
  const labels = Array.from(y.dataSync());
  if (labels.some((label) => label !== 0 && label !== 1))
    throw new RangeError(`bernoulliLogLik: y is not 0 or 1, got ${labels}`);
  return tidy(() => {
    const margin = mul(sub(mul(y, 2), 1), z);
    const below = minimum(margin, 0);
    const negative = sub(mul(below, 2), margin);
    return sum(sub(below, log1p(exp(negative)))) as Scalar;
  });
};
