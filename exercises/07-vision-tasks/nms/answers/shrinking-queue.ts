type Box = [number, number, number, number];
type Candidate = { index: number; score: number; box: Box };

function overlap({ box: [ax1, ay1, ax2, ay2] }: Candidate, { box: [bx1, by1, bx2, by2] }: Candidate): number {
  const width = Math.min(ax2, bx2) - Math.max(ax1, bx1);
  const height = Math.min(ay2, by2) - Math.max(ay1, by1);
  if (width <= 0 || height <= 0) return 0;
  const both = width * height;
  return both / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - both);
}

/** The first of the queue is kept, and the queue goes on without what overlaps it. */
export function nms(
  boxes: readonly Box[],
  scores: readonly number[],
  o: { iouThreshold: number; scoreThreshold?: number; maxOutput?: number },
) {
  if (boxes.length !== scores.length) throw new RangeError(`nms: boxes are not as many as scores, got ${boxes.length}`);
  for (const score of scores) if (Number.isNaN(score)) throw new RangeError(`nms: scores has a hole, got ${score}`);
  const { iouThreshold: threshold, scoreThreshold: least = -Infinity, maxOutput: most = Infinity } = o;
  if (Number.isNaN(threshold) || Math.abs(threshold - 0.5) > 0.5) {
    throw new RangeError(`nms: iouThreshold is no share, got ${threshold}`);
  }
  if (most !== Infinity && (most < 0 || Math.floor(most) !== most)) {
    throw new RangeError(`nms: maxOutput is no count, got ${most}`);
  }
  let queue = boxes
    .map((box, index): Candidate => ({ index, score: scores[index] as number, box }))
    .filter(({ score }) => !(score < least))
    .sort((a, b) => (a.score === b.score ? a.index - b.index : b.score > a.score ? 1 : -1));
  const kept: number[] = [];
  for (let [first] = queue; first && kept.length < most; [first] = queue) {
    const best = first;
    kept.push(best.index);
    queue = queue.filter((other) => other !== best && overlap(other, best) <= threshold);
  }
  return kept;
}
