/**
 * Draws n indices with replacement.
 *
 * @param n number of examples, an integer ≥ 1
 * @param rng uniform in [0, 1), called n times
 * @returns `sample`: the n indices in the order drawn; `oob`: those of 0 … n−1 that were not drawn, ascending
 * @throws {RangeError} when n is no integer or below 1.
 * @throws {TypeError} when rng is no function.
 */
export function bootstrap(n: number, rng: () => number): { sample: number[]; oob: number[] } {
  throw new Error('not implemented');
}

/**
 * Fits a model to each of B bootstrap samples and averages them.
 *
 * @param fit makes a model from indices of examples
 * @param n number of examples, an integer ≥ 1
 * @param B number of models, an integer ≥ 1
 * @param rng uniform in [0, 1)
 * @returns `predict`: the mean of the models; `oobCounts`: per index, in how many bags it is missing
 * @throws {RangeError} when n or B is no integer or below 1.
 * @throws {TypeError} when fit or rng is no function.
 */
export function bagging(
  fit: (idx: readonly number[]) => (x: number) => number,
  n: number,
  B: number,
  rng: () => number,
): { predict: (x: number) => number; oobCounts: number[] } {
  throw new Error('not implemented');
}
