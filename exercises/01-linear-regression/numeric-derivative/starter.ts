/**
 * The slope of f at x, by a central difference.
 *
 * @param f a function of one number; called exactly twice
 * @param x where
 * @param h half the distance between the two points, > 0
 * @returns an approximation of f′(x)
 * @throws {TypeError} when f is no function.
 * @throws {RangeError} when h is not positive and finite, or x is not finite.
 */
export function numericDerivative(f: (x: number) => number, x: number, h = 1e-5): number {
  throw new Error('not implemented');
}
