import { add, concat, dot, mul, reshape, type Scalar, Tensor, type Tensor1D, tidy } from '@tensorflow/tfjs-core';

function check(fn: string, lists: Record<string, unknown>, lambda: unknown): void {
  for (const [name, list] of Object.entries(lists)) {
    const ok = Array.isArray(list) && list.every((entry) => entry instanceof Tensor && entry.dtype === 'float32');
    if (!ok) throw new TypeError(`${fn}: ${name} is no list of float32 tensors, got ${list}`);
    const sizes = list.map(({ size }: Tensor) => size);
    if (sizes.length === 0 || sizes.includes(0)) throw new RangeError(`${fn}: ${name} is empty, got sizes [${sizes}]`);
  }
  if (typeof lambda !== 'number') throw new TypeError(`${fn}: lambda is no number, got ${lambda}`);
  if (!Number.isFinite(lambda) || lambda < 0) throw new RangeError(`${fn}: lambda is out of range, got ${lambda}`);
}

/** All weights as one long vector, and its product with itself. */
export const l2Loss = (dataLoss: Scalar, weights: Tensor[], lambda: number): Scalar => {
  check('l2Loss', { weights, dataLoss: [dataLoss] }, lambda);
  if (dataLoss.rank !== 0) throw new TypeError(`l2Loss: dataLoss is no scalar, got shape [${dataLoss.shape}]`);
  return tidy(() => {
    const all = concat(weights.map((w) => reshape(w, [-1]))) as Tensor1D;
    return add(dataLoss, mul(0.5 * lambda, dot(all, all))) as Scalar;
  });
};

export const l2Grads = (grads: Tensor[], weights: Tensor[], lambda: number): Tensor[] => {
  check('l2Grads', { weights, grads }, lambda);
  const [due, got] = [weights, grads].map((list) => JSON.stringify(list.map(({ shape }) => shape)));
  if (due !== got) throw new RangeError(`l2Grads: grads and weights differ in shape, got ${got} and ${due}`);
  return weights.map((w, i) => tidy(() => add(mul(lambda, w), grads[i] as Tensor)));
};
