import { expect, test } from 'vitest';
import { KERNEL_NAMES, KERNELS, laidKernel, sideOf, turned, withSide } from './kernels';

test.each(KERNEL_NAMES)('%s is square', (name) => {
  expect(Number.isInteger(sideOf(KERNELS[name]))).toBe(true);
});

test('a quarter turn is clockwise, and four of them are none', () => {
  expect(turned([1, 2, 3, 4], 1)).toEqual([3, 1, 4, 2]);
  expect(turned([1, 2, 3, 4], 4)).toEqual([1, 2, 3, 4]);
});

test('a flip reverses both axes: half a turn', () => {
  expect(laidKernel([1, 2, 3, 4, 5, 6, 7, 8, 9], 0, true)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('blur keeps brightness and a flip changes nothing about it; edge answers nothing to an even area', () => {
  expect(KERNELS.blur.reduce((sum, weight) => sum + weight)).toBe(1);
  expect(laidKernel(KERNELS.blur, 0, true)).toEqual(KERNELS.blur);
  for (const name of ['edge', 'edge5'] as const) {
    expect(KERNELS[name].reduce((sum: number, weight) => sum + weight, 0)).toBe(0);
  }
});

test('another side cuts or fills around the middle', () => {
  expect(withSide(KERNELS.sharpen, 1)).toEqual([5]);
  expect(withSide([7], 3)).toEqual([0, 0, 0, 0, 7, 0, 0, 0, 0]);
  expect(withSide(withSide(KERNELS.edge, 5), 3)).toEqual(KERNELS.edge);
});
