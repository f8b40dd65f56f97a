/** [x1, y1, x2, y2]: opposite corners in continuous coordinates, x1 ≤ x2 and y1 ≤ y2. */
export type Box = [number, number, number, number];

/**
 * Of boxes that overlap too much, keeps the one with the highest score.
 *
 * @param boxes N boxes
 * @param scores N scores, in the order of the boxes
 * @param o iouThreshold in [0, 1]: a larger IoU with a kept box suppresses; scoreThreshold: lower scores are dropped;
 *   maxOutput: an integer ≥ 0, the most boxes to keep
 * @returns indices of the boxes kept, by falling score; of equal scores the lower index first
 * @throws {RangeError} when lengths differ, a score is NaN, iouThreshold is not in [0, 1], or maxOutput is no integer ≥ 0.
 */
export function nms(
  boxes: readonly Box[],
  scores: readonly number[],
  o: { iouThreshold: number; scoreThreshold?: number; maxOutput?: number },
): number[] {
  throw new Error('not implemented');
}
