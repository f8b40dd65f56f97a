type Box = readonly [number, number, number, number];

function demand(ok: boolean, rule: string): void {
  if (!ok) throw new RangeError(`nms: ${rule}`);
}

/** The length that two intervals share. */
const shared = (from: number, to: number, otherFrom: number, otherTo: number) =>
  Math.max(Math.min(to, otherTo) - Math.max(from, otherFrom), 0);

/** No sorting: finds the best box that is left, keeps it, and strikes out all that overlap it. */
export const nms = (
  boxes: readonly Box[],
  scores: readonly number[],
  { iouThreshold, scoreThreshold, maxOutput }: { iouThreshold: number; scoreThreshold?: number; maxOutput?: number },
) => {
  demand(boxes.length === scores.length, `boxes and scores must be of one length, got ${scores.length}`);
  demand(iouThreshold >= 0 && iouThreshold <= 1, `iouThreshold must be from 0 to 1, got ${iouThreshold}`);
  demand(maxOutput === undefined || (maxOutput >= 0 && maxOutput % 1 === 0), `maxOutput is wrong, got ${maxOutput}`);
  const areas = boxes.map(([x1, y1, x2, y2]) => (x2 - x1) * (y2 - y1));
  const left = scores.map((score) => {
    demand(!Number.isNaN(score), `scores must not be NaN, got ${score}`);
    return scoreThreshold === undefined || score >= scoreThreshold;
  });
  const kept: number[] = [];
  while (kept.length < (maxOutput ?? boxes.length)) {
    let best = -1;
    for (let i = 0; i < scores.length; i++) {
      if (left[i] && (best < 0 || (scores[i] as number) > (scores[best] as number))) best = i;
    }
    if (best < 0) break;
    kept.push(best);
    left[best] = false;
    const [x1, y1, x2, y2] = boxes[best] as Box;
    for (let i = 0; i < boxes.length; i++) {
      if (!left[i]) continue;
      const [u1, v1, u2, v2] = boxes[i] as Box;
      const common = shared(x1, x2, u1, u2) * shared(y1, y2, v1, v2);
      const union = (areas[best] as number) + (areas[i] as number) - common;
      if (common > 0 && common / union > iouThreshold) left[i] = false;
    }
  }
  return kept;
};
