type Point = [number, number];

/** First all distances in units of the persons' own lengths, NaN where there is nothing to see; then they are counted. */
export function pck(pred: Point[][], truth: Point[][], visible: boolean[][], ref: number[], alpha: number) {
  const lists = { pred, truth, visible, ref };
  for (const [name, list] of Object.entries(lists)) {
    if (!(Object(list) === list && Array.isArray(list))) throw new TypeError(`pck: ${name} is no array, got ${list}`);
    if (list.length === 0 || list.length !== pred.length) {
      throw new RangeError(`pck: ${name} has not one entry per person of pred, got ${list.length}`);
    }
  }
  const counts = [...pred, ...truth, ...visible].map((person) => person.length);
  if (new Set(counts).size > 1) throw new RangeError(`pck: pred, truth and visible differ in joints, got ${counts}`);
  if (Math.min(...ref) <= 0 || ref.some(Number.isNaN)) throw new RangeError(`pck: ref has no length, got ${ref}`);
  if (alpha < 0 || Number.isNaN(alpha)) throw new RangeError(`pck: alpha is no tolerance, got ${alpha}`);

  const distances = pred.map((person, n) =>
    person.map(([x, y], j) => {
      const [u, v] = (truth[n] as Point[])[j] as Point;
      return visible[n]?.[j] ? Math.sqrt((x - u) * (x - u) + (y - v) * (y - v)) / (ref[n] as number) : Number.NaN;
    }),
  );
  const rate = (column: number[]) => {
    let [hits, misses] = [0, 0];
    for (const distance of column) {
      if (distance <= alpha) hits++;
      if (distance > alpha) misses++;
    }
    return hits / (hits + misses);
  };
  const joints = [...Array(counts[0] as number).keys()];
  return { perJoint: joints.map((j) => rate(distances.map((row) => row[j] as number))), mean: rate(distances.flat()) };
}
