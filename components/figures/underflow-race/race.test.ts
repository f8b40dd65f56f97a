import { expect, test } from 'vitest';
import { judgeProduct, race32, truePower, type UnderflowPoint } from './race';

const at = (p: number, n: number) => race32(p, n)[n] as UnderflowPoint;

test('½ⁿ is exact down to 2⁻¹⁴⁹ and dies at n = 150', () => {
  expect(at(0.5, 126).product).toBe(2 ** -126);
  expect(at(0.5, 149).product).toBe(2 ** -149);
  expect(at(0.5, 150).product).toBe(0);
});

test('0.1ⁿ dies at n = 46', () => {
  expect(at(0.1, 45).product).toBeGreaterThan(0);
  expect(at(0.1, 46).product).toBe(0);
});

test('0.6ⁿ reaches the smallest float32 at n = 202 and rounds back to it from n = 203 on', () => {
  expect(at(0.6, 201).product).toBeGreaterThan(2 ** -149);
  expect(at(0.6, 202).product).toBe(2 ** -149);
  expect(at(0.6, 203).product).toBe(2 ** -149);
});

test('0.7ⁿ never dies: it is stuck at the smallest float32', () => {
  expect(at(0.7, 300).product).toBe(2 ** -149);
  expect(judgeProduct(at(0.7, 300).product, 0.7)).toBe('stuck');
});

test.each([
  [0.5, 100, 'sound'],
  [0.5, 126, 'sound'],
  [0.5, 127, 'thin'],
  [0.5, 149, 'thin'],
  [0.5, 150, 'dead'],
  [0.9, 300, 'sound'],
] as const)('the product of %d, %d times, is %s', (p, n, verdict) => {
  expect(judgeProduct(at(p, n).product, p)).toBe(verdict);
});

test.each([0.1, 0.5, 0.7])('the sum of logs of %d stays within a hundred-thousandth of n ln p', (p) => {
  race32(p, 300).forEach(({ logSum }, n) => {
    expect(Math.abs(logSum - n * Math.log(p))).toBeLessThanOrEqual(1e-5 * n * Math.abs(Math.log(p)));
  });
});

test('the true power is known where no float is small enough', () => {
  expect(truePower(0.5, 0)).toBe('1.00e0');
  expect(truePower(0.5, 10)).toBe((2 ** -10).toExponential(2));
  expect(truePower(0.1, 300)).toBe('1.00e-300');
  // 2⁻¹⁵⁰ = 7.006e−46: half of the smallest float32.
  expect(truePower(0.5, 150)).toBe('7.01e-46');
});
