import type { TensorComparison } from './report';
import { encodeTensor, sizeOf, type TensorData } from './tensor-data';
import type { Tolerance } from './tolerance';

/** How many of the worst elements a comparison lists. */
const WORST = 5;

/**
 * |actual − expected| against the tolerance for one element. NaN is right only where NaN is due, an infinity only where
 * the same infinity is.
 */
export function isClose(actual: number, expected: number, { atol, rtol }: Tolerance): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(actual);
  if (!Number.isFinite(expected) || !Number.isFinite(actual)) return actual === expected;
  return Math.abs(actual - expected) <= atol + rtol * Math.abs(expected);
}

/** Same number of axes, same extents. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((extent, axis) => extent === b[axis]);
}

/** Every element of two tensors of one shape and dtype is close. */
export function allClose(actual: TensorData, expected: TensorData, tolerance: Tolerance): boolean {
  return (
    sameShape(actual.shape, expected.shape) &&
    actual.dtype === expected.dtype &&
    actual.values.every((value, i) => isClose(value, expected.values[i] as number, tolerance))
  );
}

/** Index along each axis of the `flat`-th element of a row-major tensor. @example unravel(5, [2, 3]) // [1, 2] */
export function unravel(flat: number, shape: readonly number[]): number[] {
  let rest = flat;
  return shape.map((_, axis) => {
    const below = sizeOf(shape.slice(axis + 1));
    const index = Math.floor(rest / below);
    rest -= index * below;
    return index;
  });
}

/**
 * Every element of `actual` against `expected`: shape, dtype, then values.
 *
 * @example compare('Y', actual, expected, { atol: 1e-5, rtol: 1e-4 }).failing // elements outside the tolerance
 */
export function compare(
  label: string,
  actual: TensorData,
  expected: TensorData,
  tolerance: Tolerance,
): TensorComparison {
  const total = sizeOf(expected.shape);
  const base = {
    label,
    actualShape: [...actual.shape],
    expectedShape: [...expected.shape],
    actual: encodeTensor(actual),
    expected: encodeTensor(expected),
    ...tolerance,
    total,
  };
  if (!sameShape(actual.shape, expected.shape)) {
    return { ...base, maxError: null, meanError: null, failing: total, passed: false };
  }

  const errors = Array.from(expected.values, (due, i) => Math.abs((actual.values[i] as number) - due));
  const finite = errors.filter(Number.isFinite);
  const wrong = errors.flatMap((_, i) =>
    isClose(actual.values[i] as number, expected.values[i] as number, tolerance) ? [] : [i],
  );
  const severity = (i: number) => (Number.isFinite(errors[i]) ? (errors[i] as number) : Number.POSITIVE_INFINITY);
  const worst = [...wrong].sort((a, b) => (severity(a) === severity(b) ? a - b : severity(b) - severity(a)));
  return {
    ...base,
    maxError: finite.reduce((max, error) => Math.max(max, error), 0),
    meanError: finite.length === 0 ? 0 : finite.reduce((sum, error) => sum + error, 0) / finite.length,
    failing: wrong.length,
    passed: wrong.length === 0 && actual.dtype === expected.dtype,
    worst: worst.slice(0, WORST).map((i) => ({
      index: unravel(i, expected.shape),
      actual: String(actual.values[i]),
      expected: String(expected.values[i]),
    })),
  };
}
