import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import { gather, matMul, pad as padTensor, reshape, Tensor, tensor1d, tidy, transpose } from '@tensorflow/tfjs-core';

const need = (holds: boolean, wrong: new (text: string) => Error, text: string) => {
  if (!holds) throw new wrong(text);
};
const isImages = (value: unknown) => value instanceof Tensor && value.dtype === 'float32' && value.rank === 4;

/** Windows per axis, once everything is checked. `sides`: name of the argument that gives the window, and its sides. */
function check(fn: string, x: Tensor4D, [name, sides]: [string, number[]], stride: number, pad: number) {
  need(isImages(x), TypeError, `${fn}: x is no float32 of rank 4, got ${x}`);
  need(x.size > 0, RangeError, `${fn}: x is empty, got ${x.shape}`);
  need(typeof stride === 'number', TypeError, `${fn}: stride is no number, got ${stride}`);
  need(typeof pad === 'number', TypeError, `${fn}: pad is no number, got ${pad}`);
  need(Number.isInteger(stride) && stride > 0, RangeError, `${fn}: stride is no count, got ${stride}`);
  need(Number.isInteger(pad) && pad >= 0, RangeError, `${fn}: pad is no count, got ${pad}`);
  return sides.map((k, axis) => {
    const room = (x.shape[1 + axis] as number) + 2 * pad - k;
    need(room >= 0, RangeError, `${fn}: ${name} does not fit, got ${sides}`);
    return Math.floor(room / stride) + 1;
  });
}

/** Rows, then columns, are gathered once for each window: [N, I, kh, J, kw, C], whose axes are put in order. */
function unroll(x: Tensor4D, sides: number[], counts: number[], stride: number, pad: number): Tensor2D {
  const around: [number, number] = [pad, pad];
  const padded = padTensor(x, [[0, 0], around, around, [0, 0]]);
  const places = sides.map((k, axis) =>
    Array.from({ length: (counts[axis] as number) * k }, (_, i) => Math.floor(i / k) * stride + (i % k)),
  );
  const [down, across] = places.map((list) => tensor1d(list, 'int32')) as [Tensor, Tensor];
  const [n, , , c] = x.shape;
  const [kh, kw] = sides as [number, number];
  const [rows, columns] = counts as [number, number];
  const spread = reshape(gather(gather(padded, down, 1), across, 2), [n, rows, kh, columns, kw, c]);
  return reshape(transpose(spread, [0, 1, 3, 2, 4, 5]), [n * rows * columns, kh * kw * c]);
}

export const im2col = (x: Tensor4D, k: [number, number], stride: number, pad: number) => {
  need(Array.isArray(k), TypeError, `im2col: k is no array, got ${k}`);
  need(
    k.every((side) => typeof side === 'number'),
    TypeError,
    `im2col: k holds something else than numbers, got ${k}`,
  );
  need(k.length === 2 && k.every((side) => side > 0 && side % 1 === 0), RangeError, `im2col: k is no size, got ${k}`);
  const counts = check('im2col', x, ['k', k], stride, pad);
  return tidy(() => unroll(x, k, counts, stride, pad));
};

export const convIm2col = (x: Tensor4D, w: Tensor4D, stride: number, pad: number) => {
  need(isImages(w), TypeError, `convIm2col: w is no float32 of rank 4, got ${w}`);
  need(w.size > 0, RangeError, `convIm2col: w is empty, got ${w.shape}`);
  const [kh, kw, c, o] = w.shape;
  const counts = check('convIm2col', x, ['w', [kh, kw]], stride, pad);
  need(c === x.shape[3], RangeError, `convIm2col: w does not fit x, got ${w.shape}`);
  return tidy(() => {
    const product = matMul(unroll(x, [kh, kw], counts, stride, pad), reshape(w, [kh * kw * c, o]) as Tensor2D);
    return reshape(product, [x.shape[0], counts[0] as number, counts[1] as number, o]) as Tensor4D;
  });
};
