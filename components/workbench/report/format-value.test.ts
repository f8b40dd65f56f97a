import { expect, test } from 'vitest';
import type { WireValue } from '@/grading/task';
import { encodeTensor } from '@/grading/tensor-data';
import { formatValue } from './format-value';

const tensor = (shape: number[], values: number[]): WireValue => ({
  $tensor: encodeTensor({ dtype: 'float32', shape, values: Float32Array.from(values) }),
});

test.each<[string, WireValue, string]>([
  ['a scalar', tensor([], [3]), '3'],
  ['a matrix', tensor([2, 2], [1, 0, 0, -2]), '[[1, 0], [0, −2]]'],
  ['a long vector', tensor([9], [1, 2, 3, 4, 5, 6, 7, 8, 9]), '[1, 2, 3, 4, 5, 6, 7, 8, …]'],
  ['options', { lr: 0.5, nesterov: true }, '{ lr: 0.5, nesterov: true }'],
  ['no number', { $number: 'NaN' }, 'NaN'],
  ['a list of tensors', [tensor([1], [2])], '[[2]]'],
])('%s is written as a reader would type it', (_what, value, text) => {
  expect(formatValue(value)).toBe(text);
});
