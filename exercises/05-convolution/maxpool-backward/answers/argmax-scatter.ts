import type { Tensor4D } from '@tensorflow/tfjs-core';
import { argMax, gather, reshape, scatterND, Tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';

const need = (holds: boolean, wrong: new (text: string) => Error, text: string) => {
  if (!holds) throw new wrong(`maxPoolBackward: ${text}`);
};

/** Each window as a row of numbers; argMax finds the first of the largest, and its pixel collects. */
export const maxPoolBackward = (dy: Tensor4D, x: Tensor4D, k: number, stride: number) => {
  const isFloat = (value: unknown) => value instanceof Tensor && value.dtype === 'float32' && value.rank === 4;
  need(isFloat(dy), TypeError, `dy is no float32 of rank 4, got ${dy}`);
  need(isFloat(x), TypeError, `x is no float32 of rank 4, got ${x}`);
  need(typeof k === 'number', TypeError, `k is no number, got ${k}`);
  need(typeof stride === 'number', TypeError, `stride is no number, got ${stride}`);
  need(Number.isInteger(k) && k > 0, RangeError, `k is no count, got ${k}`);
  need(Number.isInteger(stride) && stride > 0, RangeError, `stride is no count, got ${stride}`);
  need(x.size > 0, RangeError, `x is empty, got ${x.shape}`);
  const [n, height, width, c] = x.shape;
  need(k <= height && k <= width, RangeError, `k does not fit, got ${k}`);
  const windows = (size: number) => Math.floor((size - k + stride) / stride);
  const [rows, columns] = [windows(height), windows(width)];
  need(`${dy.shape}` === `${[n, rows, columns, c]}`, RangeError, `dy is not shaped like y, got ${dy.shape}`);

  const pixels: number[] = [];
  for (let at = 0; at < n * rows * columns * c; at++) {
    const channel = at % c;
    const [left, top] = [Math.floor(at / c) % columns, Math.floor(at / (c * columns)) % rows];
    const image = Math.floor(at / (c * columns * rows));
    for (let place = 0; place < k * k; place++) {
      const [row, column] = [top * stride + Math.floor(place / k), left * stride + (place % k)];
      pixels.push(((image * height + row) * width + column) * c + channel);
    }
  }
  return tidy(() => {
    const numbers = reshape(gather(reshape(x, [x.size]), tensor1d(pixels, 'int32')), [dy.size, k * k]);
    const chosen = Array.from(argMax(numbers, 1).dataSync(), (place, at) => pixels[at * k * k + place] as number);
    const indices = reshape(tensor1d(chosen, 'int32'), [dy.size, 1]);
    return reshape(scatterND(indices, reshape(dy, [dy.size]), [x.size]), x.shape) as Tensor4D;
  });
};
