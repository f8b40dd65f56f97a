import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fraction, over, plus, rounded, times, ZERO } from './fraction';

test.each([
  [0, 0n, 1n],
  [12, 12n, 1n],
  [0.1, 1n, 10n],
  [8.35, 835n, 100n],
  [1e-7, 1n, 10_000_000n],
  [1.5e-7, 15n, 100_000_000n],
  [1e21, 10n ** 21n, 1n],
  [1.25e21, 125n * 10n ** 19n, 1n],
])('%d is exactly %d/%d', (value, n, d) => {
  expect(fraction(value)).toEqual({ n, d });
});

test('a tenth three times is three tenths, which floating point says it is not', () => {
  const tenth = fraction(0.1);
  expect(compare(plus(plus(tenth, tenth), tenth), fraction(0.3))).toBe(0);
});

test.each([
  [0.12345, 4, 0.1235],
  [0.12344, 4, 0.1234],
  [1.005, 2, 1.01],
  [2.675, 2, 2.68],
  [0.99995, 4, 1],
])('%d to %d decimals is %d', (value, decimals, result) => {
  expect(rounded(fraction(value), decimals)).toBe(result);
});

const number = fc.integer({ min: 0, max: 10_000 });
const positive = fc.integer({ min: 1, max: 10_000 });

test('sums, products and quotients are those of the rationals', () => {
  fc.assert(
    fc.property(number, positive, number, positive, (a, b, c, d) => {
      const [one, other] = [over(fraction(a), fraction(b)), over(fraction(c), fraction(d))];
      expect(compare(plus(one, other), over(fraction(a * d + c * b), fraction(b * d)))).toBe(0);
      expect(compare(times(one, other), over(fraction(a * c), fraction(b * d)))).toBe(0);
      expect(Math.sign(compare(one, other))).toBe(Math.sign(a * d - c * b));
      expect(compare(plus(one, ZERO), one)).toBe(0);
    }),
  );
});
