type Point = readonly [number, number];

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`pck: ${rule}`);
}

/** Lists the verdicts on each joint, over the persons in whom it can be seen, and averages them. */
export const pck = (
  pred: readonly Point[][],
  truth: readonly Point[][],
  visible: readonly boolean[][],
  ref: readonly number[],
  alpha: number,
) => {
  demand(Array.isArray(pred), TypeError, `pred needs to be a list, got ${pred}`);
  demand(Array.isArray(truth), TypeError, `truth needs to be a list, got ${truth}`);
  demand(Array.isArray(visible), TypeError, `visible needs to be a list, got ${visible}`);
  demand(Array.isArray(ref), TypeError, `ref needs to be a list, got ${ref}`);
  const persons = pred.length;
  demand(persons > 0, RangeError, `pred needs a person, got ${persons}`);
  demand(truth.length === persons, RangeError, `truth and pred need as many persons, got ${truth.length}`);
  demand(visible.length === persons, RangeError, `visible and pred need as many persons, got ${visible.length}`);
  demand(ref.length === persons, RangeError, `ref and pred need as many persons, got ${ref.length}`);
  const joints = (pred[0] as Point[]).length;
  for (let n = 0; n < persons; n++) {
    demand(pred[n]?.length === joints, RangeError, `pred has persons with other joints, got ${pred[n]?.length}`);
    demand(truth[n]?.length === joints, RangeError, `truth needs pred's joints, got ${truth[n]?.length}`);
    demand(visible[n]?.length === joints, RangeError, `visible needs pred's joints, got ${visible[n]?.length}`);
    demand((ref[n] as number) > 0, RangeError, `ref needs to be above 0, got ${ref[n]}`);
  }
  demand(alpha >= 0, RangeError, `alpha needs to be 0 or more, got ${alpha}`);

  const verdicts = (pred[0] as Point[]).map((_, j) =>
    pred.flatMap((person, n) => {
      if (!visible[n]?.[j]) return [];
      const [dx, dy] = [0, 1].map((axis) => (person[j]?.[axis] as number) - (truth[n]?.[j]?.[axis] as number));
      const radius = alpha * (ref[n] as number);
      return [(dx as number) ** 2 + (dy as number) ** 2 <= radius * radius];
    }),
  );
  const share = (all: boolean[]) => all.filter(Boolean).length / all.length;
  return { perJoint: verdicts.map(share), mean: share(verdicts.flat()) };
};
