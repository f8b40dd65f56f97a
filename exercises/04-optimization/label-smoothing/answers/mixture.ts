import {
  add,
  equal,
  expandDims,
  fill,
  range,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
  where,
} from '@tensorflow/tfjs-core';

/** Chooses between two numbers by comparing every label with every class. */
export const smoothLabels = (labels: Tensor1D, K: number, eps: number): Tensor2D => {
  if (!(labels instanceof Tensor)) throw new TypeError(`smoothLabels: labels is no tensor, got ${labels}`);
  if (labels.rank !== 1) throw new TypeError(`smoothLabels: labels needs rank 1, got ${labels.rank}`);
  if (labels.dtype !== 'int32') throw new TypeError(`smoothLabels: labels needs int32, got ${labels.dtype}`);
  for (const [name, value] of Object.entries({ K, eps })) {
    if (typeof value !== 'number') throw new TypeError(`smoothLabels: ${name} is no number, got ${value}`);
  }
  if (labels.size === 0) throw new RangeError(`smoothLabels: labels is empty, got [${labels.shape}]`);
  if (!Number.isInteger(K) || K <= 1) throw new RangeError(`smoothLabels: K is no count of classes, got ${K}`);
  if (Number.isNaN(eps) || eps < 0 || eps >= 1) throw new RangeError(`smoothLabels: eps is out of range, got ${eps}`);
  const values = Array.from(labels.dataSync());
  if (Math.min(...values) < 0 || Math.max(...values) >= K) {
    throw new RangeError(`smoothLabels: labels has a class that is none of ${K}, got ${values}`);
  }
  return tidy(() => {
    const isTrue = equal(expandDims(labels, 1), range(0, K, 1, 'int32'));
    const shape = [labels.size, K];
    return add(where(isTrue, fill(shape, 1 - eps), fill(shape, 0)), eps / K) as Tensor2D;
  });
};
