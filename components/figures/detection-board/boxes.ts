/** Corners [x1, y1, x2, y2] in pixels, as continuous coordinates: the width is x2 − x1. */
export type Box = readonly [x1: number, y1: number, x2: number, y2: number];

export const areaOf = ([x1, y1, x2, y2]: Box) => (x2 - x1) * (y2 - y1);

/** Areas of A ∩ B and of A ∪ B. The overlap is clamped along each axis: two negative sides would make a positive area. */
export function overlapOf(a: Box, b: Box): { intersection: number; union: number } {
  const width = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
  const height = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const intersection = width * height;
  return { intersection, union: areaOf(a) + areaOf(b) - intersection };
}

/** Intersection over union, in [0, 1]; 0 where both boxes are empty. */
export function iou(a: Box, b: Box): number {
  const { intersection, union } = overlapOf(a, b);
  return union === 0 ? 0 : intersection / union;
}

/** All pairs: [N, N], symmetric, 1 along the diagonal. */
export const iouMatrix = (boxes: readonly Box[]): number[][] => boxes.map((a) => boxes.map((b) => iou(a, b)));
