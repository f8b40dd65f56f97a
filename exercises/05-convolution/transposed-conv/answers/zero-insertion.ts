import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import {
  concat,
  matMul,
  pad as padTensor,
  reshape,
  reverse,
  slice,
  stack,
  tidy,
  transpose,
  zerosLike,
} from '@tensorflow/tfjs-core';

const need = (holds: boolean, wrong: new (text: string) => Error, text: string) => {
  if (!holds) throw new wrong(`convTranspose: ${text}`);
};

/** Zeros between rows and between columns: as many as the stride less one. */
function insertZeros(x: Tensor4D, stride: number): Tensor4D {
  const [n, height, width, c] = x.shape;
  const along = (a: Tensor, axis: number) =>
    stack([a, ...Array.from({ length: stride - 1 }, () => zerosLike(a))], axis);
  const rows = reshape(along(x, 2), [n, height * stride, width, c]);
  const both = reshape(along(rows, 3), [n, height * stride, width * stride, c]);
  return slice(both, 0, [n, (height - 1) * stride + 1, (width - 1) * stride + 1, c]) as Tensor4D;
}

/** A convolution of the image with zeros inserted, padded by k − 1 − p, with the kernel turned round: im2col and product. */
export const convTranspose = (x: Tensor4D, w: Tensor4D, o: { stride: number; pad: number }) => {
  const tensors: [string, Tensor][] = [
    ['x', x],
    ['w', w],
  ];
  for (const [name, value] of tensors) {
    need(value?.dtype === 'float32' && value.shape?.length === 4, TypeError, `${name} is no 4-D float32, got ${value}`);
    need(value.size > 0, RangeError, `${name} is empty, got ${value.shape}`);
  }
  const { stride, pad } = o;
  need(typeof stride === 'number', TypeError, `stride is no number, got ${stride}`);
  need(typeof pad === 'number', TypeError, `pad is no number, got ${pad}`);
  need(stride >= 1 && stride % 1 === 0, RangeError, `stride is no count, got ${stride}`);
  need(pad >= 0 && pad % 1 === 0, RangeError, `pad is no count, got ${pad}`);
  const [n, height, width, cin] = x.shape;
  const [kh, kw, cout] = w.shape;
  need(w.shape[3] === cin, RangeError, `w does not fit x, got ${w.shape}`);
  const full = [(height - 1) * stride + kh, (width - 1) * stride + kw] as const;
  const [rows, columns] = [full[0] - 2 * pad, full[1] - 2 * pad];
  need(rows > 0 && columns > 0, RangeError, `pad leaves nothing, got ${pad}`);

  return tidy(() => {
    const padded = padTensor(insertZeros(x, stride), [
      [0, 0],
      [kh - 1, kh - 1],
      [kw - 1, kw - 1],
      [0, 0],
    ]);
    const seen = Array.from({ length: kh * kw }, (_, i) => {
      const at = [0, pad + Math.floor(i / kw), pad + (i % kw), 0];
      return reshape(slice(padded, at, [n, rows, columns, cin]), [n * rows * columns, cin]);
    });
    const turned = reshape(transpose(reverse(w, [0, 1]), [0, 1, 3, 2]), [kh * kw * cin, cout]);
    return reshape(matMul(concat(seen, 1) as Tensor2D, turned as Tensor2D), [n, rows, columns, cout]) as Tensor4D;
  });
};
