/** [x, y] */
export type Point = [number, number];

function requirePersons(lists: Record<string, readonly unknown[]>, ref: readonly number[], alpha: number): void {
  for (const [name, list] of Object.entries({ ...lists, ref })) {
    if (!Array.isArray(list)) throw new TypeError(`pck: ${name} must be an array, got ${typeof list}`);
  }
  if (ref.length === 0) throw new RangeError('pck: ref must not be empty, got []');
  const joints = (lists.pred?.[0] as readonly Point[] | undefined)?.length;
  for (const [name, list] of Object.entries(lists)) {
    if (list.length !== ref.length) {
      throw new RangeError(`pck: ${name} must have one entry per person, ${ref.length}, got ${list.length}`);
    }
    const other = (list as readonly (readonly unknown[])[]).find((person) => person.length !== joints);
    if (other) throw new RangeError(`pck: ${name} must have ${joints} joints for each person, got ${other.length}`);
  }
  const length = ref.find((value) => !(value > 0));
  if (length !== undefined) throw new RangeError(`pck: ref must be positive, got ${length}`);
  if (!(alpha >= 0)) throw new RangeError(`pck: alpha must not be negative, got ${alpha}`);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Counts per joint; both results are quotients of these counts, and 0/0 is the NaN that is due. */
export function pck(
  pred: readonly Point[][],
  truth: readonly Point[][],
  visible: readonly boolean[][],
  ref: readonly number[],
  alpha: number,
): { perJoint: number[]; mean: number } {
  requirePersons({ pred, truth, visible }, ref, alpha);
  const joints = (pred[0] as Point[]).length;
  const [seen, correct] = [Array<number>(joints).fill(0), Array<number>(joints).fill(0)];
  for (const [n, length] of ref.entries()) {
    for (let j = 0; j < joints; j++) {
      if (!visible[n]?.[j]) continue;
      const [[x, y], [trueX, trueY]] = [pred[n]?.[j] as Point, truth[n]?.[j] as Point];
      seen[j] = (seen[j] as number) + 1;
      if (Math.hypot(x - trueX, y - trueY) <= alpha * length) correct[j] = (correct[j] as number) + 1;
    }
  }
  return { perJoint: correct.map((count, j) => count / (seen[j] as number)), mean: sum(correct) / sum(seen) };
}
