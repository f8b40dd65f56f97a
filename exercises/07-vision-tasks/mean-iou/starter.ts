/**
 * How well a segmentation agrees with the truth.
 *
 * @param pred predicted class of each pixel, in [0, K)
 * @param truth true class of each pixel, in [0, K), or `ignore`
 * @param K number of classes, an integer ≥ 1
 * @param ignore label of pixels that do not count
 * @returns confusion[t][p]: pixels of class t predicted as p; iou: K numbers, NaN for a class that does not occur;
 *   miou: mean of those that are not NaN; accuracy: share of pixels that are right
 * @throws {RangeError} when lengths differ, K is no integer ≥ 1, or a class is out of range.
 */
export function meanIou(
  pred: readonly number[],
  truth: readonly number[],
  K: number,
  ignore = 255,
): { confusion: number[][]; iou: number[]; miou: number; accuracy: number } {
  throw new Error('not implemented');
}
