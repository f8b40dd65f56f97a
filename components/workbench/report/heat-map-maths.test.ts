import { expect, test } from 'vitest';
import {
  cellSize,
  flatIndex,
  indexOf,
  isOutside,
  largestMagnitude,
  leadingExtents,
  moveCursor,
  signedError,
  signedErrors,
  sliceExtents,
  sliceOffset,
  visibleRange,
} from './heat-map-maths';

test.each([
  [[], 1, 1],
  [[5], 1, 5],
  [[2, 3], 2, 3],
  [[4, 8, 6, 3], 6, 3],
])('a tensor of shape %j is shown as slices of %i × %i', (shape, rows, columns) => {
  expect(sliceExtents(shape)).toEqual({ rows, columns });
});

test('every element of a rank 4 tensor is in exactly one slice, at its row-major place', () => {
  const shape = [2, 3, 2, 2];
  const seen: number[] = [];
  for (let a = 0; a < 2; a += 1) {
    for (let b = 0; b < 3; b += 1) {
      for (let row = 0; row < 2; row += 1) {
        for (let column = 0; column < 2; column += 1) {
          const at = sliceOffset(shape, [a, b]) + row * 2 + column;
          expect(flatIndex(shape, indexOf(shape, [a, b], { row, column }))).toBe(at);
          seen.push(at);
        }
      }
    }
  }
  expect(seen).toEqual(Array.from({ length: 24 }, (_, at) => at));
  expect(leadingExtents(shape)).toEqual([2, 3]);
});

test('two NaNs and two equal infinities do not differ, everything else with them does', () => {
  expect(signedError(Number.NaN, Number.NaN)).toBe(0);
  expect(signedError(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(0);
  expect(signedError(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toBeNaN();
  expect(signedError(1, Number.NaN)).toBeNaN();
  expect(signedError(3, 1)).toBe(2);
});

test.each([
  [1.0001, 1, 1e-5, 1e-4, false],
  [1.001, 1, 1e-5, 1e-4, true],
  [Number.NaN, 1, 1, 1, true],
  [Number.NaN, Number.NaN, 0, 0, false],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0, false],
  [1, Number.POSITIVE_INFINITY, 0, 1e-4, true],
])('%f against %f with atol %f and rtol %f is outside: %s', (actual, expected, atol, rtol, outside) => {
  expect(isOutside(actual, expected, atol, rtol)).toBe(outside);
});

test('the colour scale ignores what is not finite', () => {
  expect(largestMagnitude([1, -3, Number.NaN, Number.NEGATIVE_INFINITY])).toBe(3);
  expect(largestMagnitude([])).toBe(0);
});

test('tensors of different shapes have no element-wise error', () => {
  const tensor = (shape: number[]) => ({ dtype: 'float32' as const, shape, values: new Float32Array(6) });
  expect(signedErrors(tensor([2, 3]), tensor([3, 2]))).toBeNull();
  expect(signedErrors(tensor([2, 3]), tensor([2, 3]))).toHaveLength(6);
});

test.each([
  ['ArrowRight', false, { row: 0, column: 1 }],
  ['ArrowUp', false, { row: 0, column: 0 }],
  ['End', false, { row: 0, column: 2 }],
  ['End', true, { row: 1, column: 2 }],
  ['PageDown', false, { row: 1, column: 0 }],
  ['a', false, null],
])('in a 2 × 3 matrix %s with Ctrl %s leads from the first cell to %j', (key, control, to) => {
  expect(moveCursor({ row: 0, column: 0 }, key, { rows: 2, columns: 3 }, control)).toEqual(to);
});

test('cells are readable in small matrices and stay visible in wide ones', () => {
  expect(cellSize(3, 600)).toBe(56);
  expect(cellSize(100, 600)).toBe(6);
  expect(cellSize(5000, 600)).toBe(4);
});

test('only the cells inside the scrolled window are drawn', () => {
  expect(visibleRange(0, 100, 10, 1000)).toEqual([0, 10]);
  expect(visibleRange(995, 100, 10, 1000)).toEqual([99, 110]);
  expect(visibleRange(0, 100, 10, 3)).toEqual([0, 3]);
});
