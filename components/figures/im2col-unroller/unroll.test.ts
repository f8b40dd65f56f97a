import { expect, test } from 'vitest';
import { outSide, windowOf } from '../conv-stepper/geometry';
import { turned } from '../conv-stepper/kernels';
import { digits, im2col, memoryFactor, rowOrigins, smallKernel, timesColumn } from './unroll';

const geometry = (n: number, k: number, s = 1, p = 0) => ({ n, k, s, p, d: 1 });

test('a 3×3 image by hand', () => {
  expect(im2col(geometry(3, 2), [[1, 2, 3, 4, 5, 6, 7, 8, 9]])).toEqual([
    [1, 2, 4, 5],
    [2, 3, 5, 6],
    [4, 5, 7, 8],
    [5, 6, 8, 9],
  ]);
});

test('the channel is the fastest of (u, v, c), and k = 1 is a reshape', () => {
  const image = [
    [1, 2, 3, 4],
    [10, 20, 30, 40],
  ];
  expect(im2col(geometry(2, 2), image)).toEqual([[1, 10, 2, 20, 3, 30, 4, 40]]);
  expect(im2col(geometry(2, 1), image)).toEqual([
    [1, 10],
    [2, 20],
    [3, 30],
    [4, 40],
  ]);
});

test('padding is unrolled as 0', () => {
  expect(im2col(geometry(2, 3, 1, 1), [[1, 2, 3, 4]])[0]).toEqual([0, 0, 0, 0, 1, 2, 0, 3, 4]);
});

test.each([
  [5, 3, 1, 0, 1],
  [5, 3, 1, 1, 2],
  [5, 2, 2, 1, 2],
  [4, 3, 2, 1, 1],
])('n %i, k %i, stride %i, padding %i, %i channels: the product is the cross-correlation', (n, k, s, p, channels) => {
  const g = geometry(n, k, s, p);
  const image = digits(n, channels);
  const kernel = smallKernel(k, channels);
  // The same from the other side: every pixel adds itself to the outputs that read it.
  const sums = Array<number>(outSide(g) ** 2).fill(0);
  sums.forEach((_, at) => {
    windowOf(g, at).forEach((pixel, tap) => {
      for (let c = 0; c < channels; c++) {
        if (pixel >= 0)
          sums[at] = (sums[at] as number) + (image[c]?.[pixel] as number) * (kernel[tap * channels + c] as number);
      }
    });
  });
  expect(timesColumn(im2col(g, image), kernel)).toEqual(sums);
});

test('with stride 1 and padding that keeps the side, memory grows exactly k²-fold; at 224 pixels nearly so without', () => {
  expect(memoryFactor(geometry(5, 3, 1, 1))).toBe(9);
  expect(memoryFactor(geometry(5, 3))).toBeCloseTo(81 / 25, 12);
  expect(memoryFactor(geometry(224, 3))).toBeCloseTo(8.84, 2);
  expect(memoryFactor(geometry(224, 3, 2, 1))).toBe(2.25);
});

test('the middle pixel of 5×5 is copied into nine rows, a corner into one', () => {
  const copies = (pixel: number) =>
    Array.from({ length: 9 }, (_, at) => rowOrigins(geometry(5, 3), 1, at))
      .flat()
      .filter((one) => one.pixel === pixel).length;
  expect(copies(12)).toBe(9);
  expect(copies(0)).toBe(1);
});

test('the kernel is not its own half turn, so that a flipped one would show', () => {
  expect(turned(smallKernel(3, 1), 2)).not.toEqual(smallKernel(3, 1));
});
