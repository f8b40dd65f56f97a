import {
  div,
  exp,
  expandDims,
  log,
  max,
  mul,
  neg,
  type Scalar,
  sub,
  sum,
  Tensor,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';

function check(name: string, value: unknown): void {
  if (!(value instanceof Tensor)) throw new TypeError(`softmaxCrossEntropy: ${name} is no tensor, got ${value}`);
  if (value.rank !== 2) throw new TypeError(`softmaxCrossEntropy: ${name} needs rank 2, got ${value.rank}`);
  if (value.dtype !== 'float32') throw new TypeError(`softmaxCrossEntropy: ${name} needs float32, got ${value.dtype}`);
  if (value.size === 0) throw new RangeError(`softmaxCrossEntropy: ${name} is empty, got [${value.shape}]`);
}

/** Probabilities by division for the gradient, logarithms apart from them for the loss. */
export const softmaxCrossEntropy = (z: Tensor2D, t: Tensor2D): { loss: Scalar; dz: Tensor2D } => {
  check('z', z);
  check('t', t);
  const [rows, classes] = z.shape;
  if (t.shape.join() !== z.shape.join()) {
    throw new RangeError(`softmaxCrossEntropy: t and z differ in shape, got [${t.shape}] and [${z.shape}]`);
  }
  const targets = t.dataSync();
  const sums = new Array<number>(rows).fill(0);
  for (const [i, share] of targets.entries()) {
    if (share < 0 || Number.isNaN(share)) throw new RangeError(`softmaxCrossEntropy: t is negative, got ${share}`);
    const row = Math.floor(i / classes);
    sums[row] = (sums[row] as number) + share;
  }
  const astray = sums.find((total) => Math.abs(total - 1) > 1e-4);
  if (astray !== undefined) throw new RangeError(`softmaxCrossEntropy: t has a row that sums to ${astray}, got that`);
  return tidy(() => {
    const offset = sub(z, expandDims(max(z, 1), 1));
    const terms = exp(offset);
    const totals = expandDims(sum(terms, 1), 1);
    const loss = div(sum(mul(t, neg(sub(offset, log(totals))))), rows);
    return { loss: loss as Scalar, dz: div(sub(div(terms, totals), t), rows) as Tensor2D };
  });
};
