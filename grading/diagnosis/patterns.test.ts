import { expect, test } from 'vitest';
import { createRandom } from '../random';
import type { TensorData } from '../tensor-data';
import { reversed, transposed } from './arrangements';
import { findPattern } from './patterns';

const tolerance = { atol: 1e-5, rtol: 1e-4 };
const random = createRandom(11);
const square = random.normal([4, 4]);
const other = random.normal([5, 5]);
const map = (tensor: TensorData, change: (value: number, at: number) => number): TensorData => ({
  ...tensor,
  values: Float32Array.from(tensor.values, change),
});
const diagnose = (...pairs: [TensorData, TensorData][]) =>
  findPattern(pairs.map(([actual, expected]) => ({ label: 'Y', actual, expected, tolerance, passed: false })))?.id;
const columnSums = (tensor: TensorData): TensorData => ({
  dtype: 'float32',
  shape: [4],
  values: Float32Array.from({ length: 4 }, (_, column) =>
    [0, 1, 2, 3].reduce((sum, row) => sum + (tensor.values[4 * row + column] as number), 0),
  ),
});

test.each<[string, TensorData, TensorData]>([
  ['pattern:factor', map(square, (value) => 2 * value), square],
  ['pattern:sign', map(square, (value) => -value), square],
  ['pattern:transposed', transposed(square) as TensorData, square],
  ['pattern:reversed', reversed(1)(square) as TensorData, square],
  ['pattern:all-zero', map(square, () => 0), square],
  ['pattern:not-finite', map(square, () => Number.NaN), square],
  ['pattern:row-offset', map(square, (value, at) => value + (at % 4)), square],
  ['pattern:not-reduced', square, columnSums(square)],
  ['pattern:extra-axis', { ...square, shape: [4, 1, 4] }, square],
])('%s is recognised', (id, actual, expected) => {
  expect(diagnose([actual, expected])).toBe(id);
});

test('a factor that changes with the batch points at a size', () => {
  expect(diagnose([map(square, (value) => value / 4), square], [map(other, (value) => value / 5), other])).toBe(
    'pattern:factor-by-size',
  );
});

test('a pattern that fits one input and not another is not given', () => {
  expect(diagnose([transposed(square) as TensorData, square], [random.normal([5, 5]), other])).toBeUndefined();
});

test('unrelated numbers are met with silence', () => {
  expect(diagnose([random.normal([4, 4]), square])).toBeUndefined();
});

test('two elements are no evidence', () => {
  const pair = random.normal([1]);
  expect(diagnose([map(pair, (value) => 2 * value), pair])).toBeUndefined();
});
