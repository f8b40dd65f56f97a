import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centralDifferences, type Tensor64 } from './central-differences';
import { tensor } from './testing/observations';

const product = (a: Tensor64, b: Tensor64): Tensor64 => ({
  shape: a.shape,
  values: a.values.map((value, i) => value * (b.values[i] as number)),
});

test('a quadratic is differentiated exactly, for any x', () => {
  fc.assert(
    fc.property(fc.float({ min: -100, max: 100, noNaN: true }), (x) => {
      const at = tensor([1], x);
      const gradient = centralDifferences((a) => product(a, a), [at], tensor([1], 1), [0]);
      expect(gradient.values[0]).toBeCloseTo(2 * x, 3);
    }),
  );
});

test('only the chosen input is moved, each element is weighted by the upstream gradient, and inputs stay', () => {
  const [a, b] = [tensor([2], 3, 5), tensor([2], 7, 11)];
  const gradient = centralDifferences(product, [a, b], tensor([2], 1, -2), [1]);
  expect([...gradient.values]).toEqual([3, -10]);
  expect([...b.values]).toEqual([7, 11]);
});
