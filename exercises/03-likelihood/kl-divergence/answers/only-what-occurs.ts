import {
  div,
  gather,
  log,
  mul,
  neg,
  reshape,
  stack,
  sum,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';

function check(name: string, value: unknown): void {
  if (!(value instanceof Tensor)) throw new TypeError(`klDivergence: ${name} is no tensor, got ${value}`);
  if (value.rank !== 2) throw new TypeError(`klDivergence: ${name} needs rank 2, got ${value.rank}`);
  if (value.dtype !== 'float32') throw new TypeError(`klDivergence: ${name} needs float32, got ${value.dtype}`);
  if (value.size === 0) throw new RangeError(`klDivergence: ${name} is empty, got [${value.shape}]`);
}

function readRows(name: string, value: Tensor2D): Float32Array {
  const all = value.dataSync() as Float32Array;
  const sums = new Float64Array(value.shape[0]);
  all.forEach((share, at) => {
    if (!(share >= 0)) throw new RangeError(`klDivergence: ${name} has a negative share, got ${share}`);
    const row = Math.floor(at / value.shape[1]);
    sums[row] = (sums[row] as number) + share;
  });
  const odd = sums.find((sum) => !(Math.abs(sum - 1) <= 1e-4));
  if (odd !== undefined) throw new RangeError(`klDivergence: ${name} has a row that does not sum to 1, got ${odd}`);
  return all;
}

/** Row by row, only the terms with p > 0; nothing else is looked at. */
export const klDivergence = (p: Tensor2D, q: Tensor2D): Tensor1D => {
  check('p', p);
  check('q', q);
  const [rows, classes] = p.shape;
  if (q.shape[0] !== rows || q.shape[1] !== classes) {
    throw new RangeError(`klDivergence: p and q differ in shape, got [${p.shape}] and [${q.shape}]`);
  }
  readRows('q', q);
  const places = [...readRows('p', p).entries()].filter(([, share]) => share > 0).map(([at]) => at);
  return tidy(() => {
    const [flatP, flatQ] = [reshape(p, [-1]), reshape(q, [-1])];
    const divergences = Array.from({ length: rows }, (_, row) => {
      const at = tensor1d(
        places.filter((place) => Math.floor(place / classes) === row),
        'int32',
      );
      const [truth, belief] = [gather(flatP, at), gather(flatQ, at)];
      return neg(sum(mul(truth, log(div(belief, truth)))));
    });
    return stack(divergences) as Tensor1D;
  });
};
