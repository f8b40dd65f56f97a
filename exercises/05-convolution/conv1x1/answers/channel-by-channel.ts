import {
  add,
  addN,
  expandDims,
  mul,
  slice,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';

const rankOf = (value: unknown) => (value instanceof Tensor && value.dtype === 'float32' ? value.rank : -1);

/** Every input channel, times its row of weights, and all of these together; nothing is reshaped. */
export const conv1x1 = (x: Tensor4D, w: Tensor2D, b: Tensor1D): Tensor4D => {
  for (const [name, value, rank] of [
    ['x', x, 4],
    ['w', w, 2],
    ['b', b, 1],
  ] as const) {
    if (rankOf(value) !== rank) throw new TypeError(`conv1x1: ${name} needs rank ${rank}, got ${rankOf(value)}`);
    if (value.size < 1) throw new RangeError(`conv1x1: ${name} is empty, got size ${value.size}`);
  }
  const channels = x.shape[3];
  if (w.shape[0] !== channels) throw new RangeError(`conv1x1: x and w do not fit, got ${x.shape} and ${w.shape}`);
  if (w.shape[1] !== b.size) throw new RangeError(`conv1x1: w and b do not fit, got ${w.shape} and ${b.shape}`);
  return tidy(() => {
    const parts = Array.from({ length: channels }, (_, c) =>
      mul(slice(x, [0, 0, 0, c], [-1, -1, -1, 1]), slice(w, [c, 0], [1, -1])),
    );
    return add(addN(parts), expandDims(b, 0)) as Tensor4D;
  });
};
