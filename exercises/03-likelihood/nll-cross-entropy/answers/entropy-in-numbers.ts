import {
  concat,
  div,
  dot,
  exp,
  log,
  max,
  neg,
  reshape,
  type Scalar,
  scalar,
  slice,
  sub,
  sum,
  Tensor,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';

function check(name: string, value: unknown): void {
  if (!(value instanceof Tensor)) throw new TypeError(`nllReport: ${name} is no tensor, got ${value}`);
  if (value.rank !== 2) throw new TypeError(`nllReport: ${name} needs rank 2, got ${value.rank}`);
  if (value.dtype !== 'float32') throw new TypeError(`nllReport: ${name} needs float32, got ${value.dtype}`);
  if (value.size === 0) throw new RangeError(`nllReport: ${name} is empty, got [${value.shape}]`);
}

/** The entropy of the targets has no gradient to lose: it is computed from plain numbers, the rest row by row. */
export const nllReport = (t: Tensor2D, z: Tensor2D) => {
  check('t', t);
  check('z', z);
  if (t.shape.join() !== z.shape.join()) throw new RangeError(`nllReport: t and z differ in shape, got [${t.shape}]`);
  const targets = t.arraySync();
  for (const row of targets) {
    if (row.some((share) => !(share >= 0))) throw new RangeError(`nllReport: t has a negative share, got ${row}`);
    const total = row.reduce((all, share) => all + share, 0);
    if (!(Math.abs(total - 1) <= 1e-4))
      throw new RangeError(`nllReport: t has a row that does not sum to 1, got ${row}`);
  }
  const [rows, classes] = z.shape;
  const surprises = targets.flat().map((share) => (share === 0 ? 0 : -share * Math.log(share)));
  return tidy(() => {
    const costs = targets.map((_, n) => {
      const part = (all: Tensor2D) => reshape(slice(all, [n, 0], [1, classes]), [classes]);
      const ahead = sub(part(z), max(part(z)));
      return reshape(neg(dot(part(t), sub(ahead, log(sum(exp(ahead)))))), [1]);
    });
    const nll = sum(concat(costs)) as Scalar;
    const entropy = scalar(surprises.reduce((all, one) => all + one, 0) / rows);
    const crossEntropy = div(nll, rows) as Scalar;
    return { nll, entropy, crossEntropy, kl: sub(crossEntropy, entropy) as Scalar };
  });
};
