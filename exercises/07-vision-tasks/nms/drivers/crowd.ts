type Box = [number, number, number, number];
type Nms = (boxes: Box[], scores: number[], o: object) => number[];

/** Keeps of n boxes of 5 to 20 by 5 to 20, scattered over 100 by 100, with scores drawn from rng as well. */
export function drive({ nms }: { nms: Nms }, n: number, rng: () => number, o: object) {
  const boxes = Array.from({ length: n }, (): Box => {
    const [x, y] = [100 * rng(), 100 * rng()];
    return [x, y, x + 5 + 15 * rng(), y + 5 + 15 * rng()];
  });
  return nms(
    boxes,
    boxes.map(() => rng()),
    o,
  );
}
