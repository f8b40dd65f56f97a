/** [x, y] */
export type Point = [number, number];

/**
 * Percentage of correct keypoints, as shares in [0, 1].
 *
 * @param pred predicted positions: N persons of J points
 * @param truth true positions: N persons of J points
 * @param visible whether a joint can be seen: N persons of J
 * @param ref reference length of each person, > 0, in the unit of the positions: N
 * @param alpha tolerance in units of the reference length, ≥ 0
 * @returns perJoint: share of the visible ones that are correct, NaN where none is visible: J; mean: the same over all joints
 * @throws {TypeError} when one of the lists is no array.
 * @throws {RangeError} when numbers of persons or joints differ, there are no persons, a reference length is not positive,
 *   or alpha is negative.
 */
export function pck(
  pred: readonly Point[][],
  truth: readonly Point[][],
  visible: readonly boolean[][],
  ref: readonly number[],
  alpha: number,
): { perJoint: number[]; mean: number } {
  throw new Error('not implemented');
}
