import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import {
  concat,
  matMul,
  pad as padTensor,
  reshape,
  reverse,
  slice,
  stack,
  sum,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';

const need = (holds: boolean, wrong: new (text: string) => Error, text: string) => {
  if (!holds) throw new wrong(`conv2dBackward: ${text}`);
};
const around = (a: Tensor4D, top: number, bottom: number, left: number, right: number): Tensor4D =>
  padTensor(a, [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);

/** dy with zeros between its rows and columns, after which the convolution has stride 1. */
function dilate(dy: Tensor4D, stride: number): Tensor4D {
  const [n, rows, columns, o] = dy.shape;
  const inserted = padTensor(reshape(dy, [n, rows, 1, columns, 1, o]), [
    [0, 0],
    [0, 0],
    [0, stride - 1],
    [0, 0],
    [0, stride - 1],
    [0, 0],
  ]);
  const spread = reshape(inserted, [n, rows * stride, columns * stride, o]);
  return slice(spread, 0, [n, (rows - 1) * stride + 1, (columns - 1) * stride + 1, o]) as Tensor4D;
}

/** dx is a full correlation of dilated dy with the flipped kernel, dw a correlation of x with dilated dy. */
export const conv2dBackward = (dy: Tensor4D, x: Tensor4D, w: Tensor4D, o: { stride: number; pad: number }) => {
  const tensors: [string, Tensor][] = [
    ['dy', dy],
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
  const [n, height, width, c] = x.shape;
  const [kh, kw, , filters] = w.shape;
  need(w.shape[2] === c, RangeError, `w does not fit x, got ${w.shape}`);
  need(height + 2 * pad >= kh && width + 2 * pad >= kw, RangeError, `w is larger than the image, got ${w.shape}`);
  const due = [
    n,
    1 + Math.floor((height + 2 * pad - kh) / stride),
    1 + Math.floor((width + 2 * pad - kw) / stride),
    filters,
  ];
  need(dy.shape.join() === due.join(), RangeError, `dy is not shaped like y, got ${dy.shape}`);

  return tidy(() => {
    const upstream = dilate(dy, stride);
    const [, tall, wide] = upstream.shape;
    const flat = reshape(upstream, [n * tall * wide, filters]) as Tensor2D;
    const padded = around(x, pad, pad, pad, pad);
    const [, fullHeight, fullWidth] = padded.shape;
    const places = Array.from({ length: kh * kw }, (_, i) => [Math.floor(i / kw), i % kw] as const);

    const dw = stack(
      places.map(([u, v]) => {
        const seen = reshape(slice(padded, [0, u, v, 0], [n, tall, wide, c]), [n * tall * wide, c]);
        return matMul(seen as Tensor2D, flat, true);
      }),
    );
    const below = fullHeight - tall;
    const right = fullWidth - wide;
    const full = around(upstream, kh - 1, below, kw - 1, right);
    const columns = places.map(([u, v]) => slice(full, [0, u, v, 0], [n, fullHeight, fullWidth, filters]));
    const flipped = transpose(reverse(w, [0, 1]), [0, 1, 3, 2]);
    const product = matMul(
      reshape(concat(columns, 3), [n * fullHeight * fullWidth, kh * kw * filters]) as Tensor2D,
      reshape(flipped, [kh * kw * filters, c]) as Tensor2D,
    );
    return {
      dx: slice(reshape(product, [n, fullHeight, fullWidth, c]), [0, pad, pad, 0], x.shape) as Tensor4D,
      dw: reshape(dw, w.shape) as Tensor4D,
      db: sum(dy, [0, 1, 2]) as Tensor1D,
    };
  });
};
