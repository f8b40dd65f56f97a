/**
 * The Gaussian under which the numbers are most likely.
 *
 * @param xs n ≥ 1 finite numbers
 * @returns `mu`, the mean; `variance`, the mean squared deviation from it
 * @throws {TypeError} when xs is no array of numbers.
 * @throws {RangeError} when xs is empty or holds a number that is not finite.
 */
export function gaussianMle(xs: readonly number[]): { mu: number; variance: number } {
  throw new Error('not implemented');
}
