import { type Box, iou } from './boxes';

/** What non-maximum suppression decides on one box. Boxes are named by their index. */
export type Decision = {
  box: number;
  isKept: boolean;
  /** The boxes kept so far, in the order in which they were kept, each with its IoU. */
  compared: readonly { box: number; iou: number }[];
  /** The first kept box whose IoU is above the threshold; null where the box is kept. */
  by: number | null;
  /** Suppressed boxes that overlap a kept one by more than the threshold, and yet do nothing to it. */
  powerless: readonly number[];
};

/**
 * Greedy non-maximum suppression, one decision a box, by falling score; of equal scores the lower index comes first. A box
 * is kept if its IoU with every box kept so far is at most `threshold`.
 */
export function decisionsOf(boxes: readonly Box[], scores: readonly number[], threshold: number): Decision[] {
  const overlap = (a: number, b: number) => iou(boxes[a] as Box, boxes[b] as Box);
  const order = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const [kept, suppressed]: [number[], number[]] = [[], []];
  return order.map((box) => {
    const compared = kept.map((other) => ({ box: other, iou: overlap(box, other) }));
    const by = compared.find((pair) => pair.iou > threshold)?.box ?? null;
    const isKept = by === null;
    const powerless = isKept ? suppressed.filter((other) => overlap(box, other) > threshold) : [];
    (isKept ? kept : suppressed).push(box);
    return { box, isKept, compared, by, powerless };
  });
}
