/** [x1, y1, x2, y2]: opposite corners in continuous coordinates, x1 ≤ x2 and y1 ≤ y2. */
export type Box = [number, number, number, number];

/**
 * How well two boxes overlap: shared area over covered area.
 *
 * @param a a box
 * @param b another box
 * @returns intersection over union, in [0, 1]; 0 when the union has no area
 * @throws {TypeError} when a box is not an array of four numbers.
 * @throws {RangeError} when a coordinate is not finite, x2 < x1, or y2 < y1.
 */
export function iou(a: Box, b: Box): number {
  throw new Error('not implemented');
}
