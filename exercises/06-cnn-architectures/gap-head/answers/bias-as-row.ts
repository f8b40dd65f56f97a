import {
  concat,
  div,
  matMul,
  ones,
  reshape,
  sum,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';

const describe = (value: unknown) => (value instanceof Tensor ? `${value.dtype} rank ${value.rank}` : typeof value);

/** Height and width summed one after the other; the bias is one more row of w, against a column of ones. */
export const gapHead = (x: Tensor4D, w: Tensor2D, b: Tensor1D): Tensor2D => {
  if (describe(x) !== 'float32 rank 4') throw new TypeError(`gapHead: x is no batch of maps, got ${describe(x)}`);
  if (describe(w) !== 'float32 rank 2') throw new TypeError(`gapHead: w is no matrix, got ${describe(w)}`);
  if (describe(b) !== 'float32 rank 1') throw new TypeError(`gapHead: b is no vector, got ${describe(b)}`);
  if (x.size === 0) throw new RangeError(`gapHead: x is empty, got [${x.shape}]`);
  if (w.size === 0) throw new RangeError(`gapHead: w is empty, got [${w.shape}]`);
  const [batch, height, width, channels] = x.shape;
  if (w.shape[0] !== channels) throw new RangeError(`gapHead: w does not fit ${channels} channels, got [${w.shape}]`);
  if (w.shape[1] !== b.size) throw new RangeError(`gapHead: b does not fit w, got length ${b.size}`);
  return tidy(() => {
    const averages = div(sum(sum(x, 2), 1), height * width) as Tensor2D;
    const extended = concat([w, reshape(b, [1, b.size])], 0) as Tensor2D;
    return matMul(concat([averages, ones([batch, 1])], 1) as Tensor2D, extended);
  });
};
