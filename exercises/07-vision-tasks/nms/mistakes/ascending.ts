type Box = [number, number, number, number];

const area = ([x1, y1, x2, y2]: Box) => (x2 - x1) * (y2 - y1);

function iou(a: Box, b: Box): number {
  const width = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
  const height = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const union = area(a) + area(b) - width * height;
  return union === 0 ? 0 : (width * height) / union;
}

export function nms(
  boxes: readonly Box[],
  scores: readonly number[],
  o: { iouThreshold: number; scoreThreshold?: number; maxOutput?: number },
): number[] {
  const { iouThreshold, scoreThreshold = Number.NEGATIVE_INFINITY, maxOutput = boxes.length } = o;
  const scoreOf = (index: number) => scores[index] as number;
  const overlap = (i: number, j: number) => iou(boxes[i] as Box, boxes[j] as Box);
  const order = [...scores.keys()]
    .filter((index) => scoreOf(index) >= scoreThreshold)
    .sort((i, j) => scoreOf(i) - scoreOf(j));
  const kept: number[] = [];
  for (const index of order) {
    if (kept.length === maxOutput) break;
    if (kept.every((better) => overlap(index, better) <= iouThreshold)) kept.push(index);
  }
  return kept;
}
