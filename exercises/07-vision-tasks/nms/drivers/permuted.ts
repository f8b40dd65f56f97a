type Box = [number, number, number, number];
type Nms = (boxes: Box[], scores: number[], o: object) => number[];

/**
 * The boxes in another order, with the kept indices translated back.
 *
 * @param order position i of the other order holds box order[i]
 * @returns `kept`: indices kept as given; `moved`: indices kept in the other order, as they are called in the first
 */
export function drive({ nms }: { nms: Nms }, boxes: Box[], scores: number[], order: number[], o: object) {
  const moved = nms(
    order.map((i) => boxes[i] as Box),
    order.map((i) => scores[i] as number),
    { ...o },
  );
  return { kept: nms(boxes, scores, o), moved: moved.map((i) => order[i]) };
}
