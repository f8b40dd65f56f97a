import {
  addN,
  exp,
  mul,
  neg,
  reshape,
  type Scalar,
  slice,
  sub,
  Tensor,
  type Tensor1D,
  tidy,
} from '@tensorflow/tfjs-core';

function check(name: string, value: unknown, rank: number): void {
  if (!(value instanceof Tensor)) throw new TypeError(`gaussianLogLik: ${name} is no tensor, got ${value}`);
  if (value.rank !== rank) throw new TypeError(`gaussianLogLik: ${name} needs rank ${rank}, got ${value.rank}`);
  if (value.dtype !== 'float32') throw new TypeError(`gaussianLogLik: ${name} needs float32, got ${value.dtype}`);
}

/** One scalar per observation, added up at the end. */
export const gaussianLogLik = (x: Tensor1D, mu: Scalar, logSigma: Scalar): Scalar => {
  check('x', x, 1);
  check('mu', mu, 0);
  check('logSigma', logSigma, 0);
  if (x.size === 0) throw new RangeError('gaussianLogLik: x is empty, got [0]');
  return tidy(() => {
    const normalizer = sub(-0.5 * Math.log(2 * Math.PI), logSigma);
    const terms = Array.from({ length: x.size }, (_, n) => {
      const u = mul(sub(reshape(slice(x, [n], [1]), []), mu), exp(neg(logSigma)));
      return sub(normalizer, mul(mul(u, u), 0.5));
    });
    return addN(terms) as Scalar;
  });
};
