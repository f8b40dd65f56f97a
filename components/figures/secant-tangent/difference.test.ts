import { expect, test } from 'vitest';
import { errorCurve, quotients, rulingError } from './difference';

test('x² at 3 with h = 1: the secant has slope 7, the central one exactly 6', () => {
  const { forward, central } = quotients('square', 3, 1, 'float64');
  expect(forward).toEqual({ slope: 7, error: 1 });
  expect(central).toEqual({ slope: 6, error: 0 });
});

// Taylor: forward ≈ h/2·f″, central ≈ h²/6·f‴, with all derivatives of eˣ at 1 equal to e.
test.each([1e-2, 1e-3, 1e-4])('in float64 the error of eˣ at 1 follows Taylor at h = %d', (h) => {
  const { forward, central } = quotients('exp', 1, h, 'float64');
  expect(forward.error / ((h / 2) * Math.E)).toBeCloseTo(1, 1);
  expect(central.error / ((h * h * Math.E) / 6)).toBeCloseTo(1, 2);
});

test('below the rounding of x nothing is left: the float32 quotient at h = 1e-8 is 0', () => {
  expect(quotients('exp', 1, 1e-8, 'float32').forward.slope).toBe(0);
  expect(quotients('exp', 1, 1e-8, 'float32').central.slope).toBe(0);
});

test.each([
  ['float64', -5.5, 1],
  ['float32', -2.5, 1],
] as const)('in %s the central error is smallest near h = 10^%d', (precision, expected, within) => {
  const errors = errorCurve('exp', 1, precision);
  const best = errors.reduce((a, b) => (b.central < a.central ? b : a));
  expect(Math.abs(best.log - expected)).toBeLessThan(within);
});

test('a smaller step is worse, not better, beyond the wall', () => {
  const at = (h: number) => quotients('exp', 1, h, 'float64').forward.error;
  expect(at(1e-12)).toBeGreaterThan(1000 * at(1e-8));
});

test.each([
  ['float64', 1e-3, 'truncation'],
  ['float64', 1e-10, 'rounding'],
  ['float32', 1e-2, 'truncation'],
  ['float32', 1e-5, 'rounding'],
  ['float32', 1e-9, 'nothingLeft'],
] as const)('in %s at h = %d the ruling error is %s', (precision, h, ruling) => {
  expect(rulingError('exp', 1, h, precision)).toBe(ruling);
});
