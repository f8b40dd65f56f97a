type Point = [number, number];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export function pck(
  pred: readonly Point[][],
  truth: readonly Point[][],
  visible: readonly boolean[][],
  ref: readonly number[],
  alpha: number,
): { perJoint: number[]; mean: number } {
  const joints = (pred[0] as Point[]).length;
  const [seen, correct] = [Array<number>(joints).fill(0), Array<number>(joints).fill(0)];
  for (const [n, length] of ref.entries()) {
    for (let j = 0; j < joints; j++) {
      if (!visible[n]?.[j]) continue;
      const [[x, y], [trueX, trueY]] = [pred[n]?.[j] as Point, truth[n]?.[j] as Point];
      seen[j] = (seen[j] as number) + 1;
      if (Math.hypot(x - trueX, y - trueY) < alpha * length) correct[j] = (correct[j] as number) + 1;
    }
  }
  return { perJoint: correct.map((count, j) => count / (seen[j] as number)), mean: sum(correct) / sum(seen) };
}
