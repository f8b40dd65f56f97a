/** [x1, y1, x2, y2] */
export type Box = [number, number, number, number];

function requireBox(name: string, box: Box): void {
  if (!Array.isArray(box) || box.length !== 4 || !box.every((value) => typeof value === 'number')) {
    throw new TypeError(`iou: ${name} must be an array of four numbers, got ${String(box)}`);
  }
  const [x1, y1, x2, y2] = box;
  if (!box.every(Number.isFinite)) throw new RangeError(`iou: ${name} must be finite, got [${box}]`);
  if (x2 < x1 || y2 < y1) throw new RangeError(`iou: ${name} must have x1 ≤ x2 and y1 ≤ y2, got [${box}]`);
}

const area = ([x1, y1, x2, y2]: Box) => (x2 - x1) * (y2 - y1);

/** The overlap is clamped along each axis by itself: the product of two negative ones would be positive. */
export function iou(a: Box, b: Box): number {
  requireBox('a', a);
  requireBox('b', b);
  const width = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
  const height = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const intersection = width * height;
  const union = area(a) + area(b) - intersection;
  return union === 0 ? 0 : intersection / union;
}
