import type { Tensor4D } from '@tensorflow/tfjs-core';
import { addN, div, gather, maximum, ones, pad as padTensor, Tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';

const need = (holds: boolean, wrong: new (text: string) => Error, text: string) => {
  if (!holds) throw new wrong(`pool2d: ${text}`);
};

/** Along the width, then along the height: 2k terms in place of k². */
export const pool2d = (x: Tensor4D, k: number, stride: number, pad: number, mode: 'max' | 'avg') => {
  need(x instanceof Tensor && x.dtype === 'float32' && x.rank === 4, TypeError, `x is no float32 images, got ${x}`);
  need(x.size > 0, RangeError, `x is empty, got ${x.shape}`);
  for (const [name, value, low] of [['k', k, 1] as const, ['stride', stride, 1] as const, ['pad', pad, 0] as const]) {
    need(typeof value === 'number', TypeError, `${name} is no number, got ${value}`);
    need(Number.isInteger(value) && value >= low, RangeError, `${name} is no count, got ${value}`);
  }
  need(2 * pad <= k, RangeError, `pad is more than half of k, got ${pad}`);
  need(mode === 'max' || mode === 'avg', TypeError, `mode is unknown, got ${mode}`);
  for (const size of [x.shape[1], x.shape[2]]) need(size + 2 * pad >= k, RangeError, `k does not fit, got ${k}`);

  const along = (images: Tensor4D, axis: 1 | 2): Tensor4D => {
    const around = [0, 1, 2, 3].map((i) => (i === axis ? [pad, pad] : [0, 0])) as [number, number][];
    const padded = padTensor(images, around, mode === 'max' ? Number.NEGATIVE_INFINITY : 0);
    const count = 1 + Math.floor(((padded.shape[axis] as number) - k) / stride);
    const starts = Array.from({ length: count }, (_, i) => i * stride);
    const shifted = Array.from({ length: k }, (_, u) => {
      const indices = tensor1d(
        starts.map((start) => start + u),
        'int32',
      );
      return gather(padded, indices, axis) as Tensor4D;
    });
    return mode === 'max' ? shifted.reduce((a, b) => maximum(a, b)) : addN(shifted);
  };
  return tidy(() => {
    const both = (images: Tensor4D) => along(along(images, 2), 1);
    if (mode === 'max') return both(x);
    return div(both(x), both(ones([1, x.shape[1], x.shape[2], 1]))) as Tensor4D;
  });
};
