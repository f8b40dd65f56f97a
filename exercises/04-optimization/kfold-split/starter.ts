/**
 * Cuts 0 … n−1 into k folds; each is the validation set once.
 *
 * @param n number of examples, an integer ≥ 2
 * @param k number of folds, an integer in [2, n]
 * @param rng uniform in [0, 1); shuffles the order once, with n − 1 calls. Without it nothing is shuffled.
 * @returns per fold the indices to train and to validate on
 * @throws {TypeError} when n or k is no number.
 * @throws {RangeError} when n or k is no integer, or k is not in [2, n].
 */
export function kFold(n: number, k: number, rng?: () => number): { train: number[]; val: number[] }[] {
  throw new Error('not implemented');
}
