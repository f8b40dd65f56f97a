type Box = [number, number, number, number];

function size(box: Box, name: 'a' | 'b'): number {
  if (!Array.isArray(box) || box.length !== 4) throw new TypeError(`iou: ${name} needs four numbers, got ${box}`);
  for (const value of box) {
    if (typeof value !== 'number') throw new TypeError(`iou: ${name} needs numbers, got ${typeof value}`);
    if (!(value > -Infinity && value < Infinity))
      throw new RangeError(`iou: ${name} needs finite numbers, got ${value}`);
  }
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (Math.min(width, height) < 0) throw new RangeError(`iou: ${name} ends before it begins, got ${box}`);
  return width * height;
}

/** Clips b to a; what is left of b is the intersection. */
export function iou(a: Box, b: Box): number {
  const [sizeA, sizeB] = [size(a, 'a'), size(b, 'b')];
  const clip = (value: number, axis: 0 | 1) => Math.min(Math.max(value, a[axis]), a[axis + 2] as number);
  const left: Box = [clip(b[0], 0), clip(b[1], 1), clip(b[2], 0), clip(b[3], 1)];
  const shared = size(left, 'b');
  if (sizeA === 0 && sizeB === 0) return 0;
  return shared / (sizeA - shared + sizeB);
}
