import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, isClose, unravel } from './compare';
import { decodeTensor, encodeTensor, type TensorData } from './tensor-data';

const tolerance = { atol: 0.01, rtol: 0.1 };
const vector = (...values: number[]): TensorData => ({
  dtype: 'float32',
  shape: [values.length],
  values: Float32Array.from(values),
});

test.each([
  [Number.NaN, Number.NaN, true],
  [Number.NaN, 1, false],
  [1, Number.NaN, false],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, true],
  [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false],
  [Number.POSITIVE_INFINITY, 1, false],
  [1, Number.POSITIVE_INFINITY, false],
  [Number.NaN, Number.POSITIVE_INFINITY, false],
  [1.1, 1, true],
  [1.12, 1, false],
  [-0, 0, true],
])('actual %d against expected %d: close is %s', (actual, expected, close) => {
  expect(isClose(actual, expected, tolerance)).toBe(close);
});

test('one bad element among many fails, is counted and is listed with its index', () => {
  const expected: TensorData = { dtype: 'float32', shape: [2, 3], values: new Float32Array(6) };
  const actual = { ...expected, values: Float32Array.of(0, 0, 0, 0, 0, 5) };
  expect(compare('Y', actual, expected, tolerance)).toMatchObject({
    passed: false,
    failing: 1,
    total: 6,
    maxError: 5,
    worst: [{ index: [1, 2], actual: '5', expected: '0' }],
  });
});

test('an element that is not finite is worse than any that is', () => {
  const { worst, maxError } = compare('Y', vector(9, Number.NaN), vector(0, 0), tolerance);
  expect(worst?.[0]?.actual).toBe('NaN');
  expect(maxError).toBe(9);
});

test('another shape of as many elements fails without errors to show', () => {
  const flat = vector(1, 2, 3, 4);
  expect(compare('Y', flat, { ...flat, shape: [2, 2] }, tolerance)).toMatchObject({
    passed: false,
    maxError: null,
    failing: 4,
  });
});

test('another dtype fails even where the numbers agree', () => {
  const ints: TensorData = { dtype: 'int32', shape: [2], values: Int32Array.of(1, 2) };
  expect(compare('Y', ints, vector(1, 2), tolerance).passed).toBe(false);
});

test('any tensor equals itself, with NaN and infinities, through JSON and back', () => {
  fc.assert(
    fc.property(fc.float32Array({ minLength: 1 }), (values) => {
      const tensor: TensorData = { dtype: 'float32', shape: [values.length], values };
      const copy = decodeTensor(JSON.parse(JSON.stringify(encodeTensor(tensor))));
      expect(compare('x', copy, tensor, { atol: 0, rtol: 0 }).passed).toBe(true);
    }),
  );
});

test('unravel counts through every index in row-major order', () => {
  expect(Array.from({ length: 6 }, (_, i) => unravel(i, [2, 3]))).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ]);
});
