/** A place [x, y] in pixels. */
export type Point = readonly [x: number, y: number];

export const distanceOf = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Percentage of correct keypoints, as a share. Joint j of person n is right if it is visible and at most `alpha`·`ref[n]` from
 * its true place. `perJoint` is right over visible, `mean` the same over all persons and joints; NaN where none is visible.
 *
 * @param pred predicted places: [persons, joints], and so `truth` and `visible`
 * @param ref reference length of each person, in pixels
 */
export function pck(
  pred: readonly (readonly Point[])[],
  truth: readonly (readonly Point[])[],
  visible: readonly (readonly boolean[])[],
  ref: readonly number[],
  alpha: number,
): { perJoint: number[]; mean: number } {
  const joints = [...(pred[0] ?? []).keys()];
  const isRight = (n: number, j: number) =>
    distanceOf(pred[n]?.[j] as Point, truth[n]?.[j] as Point) <= alpha * (ref[n] as number);
  const seen = joints.map((j) => [...ref.keys()].filter((n) => visible[n]?.[j]));
  const right = seen.map((persons, j) => persons.filter((n) => isRight(n, j)).length);
  const counts = seen.map((persons) => persons.length);
  return { perJoint: right.map((count, j) => count / (counts[j] as number)), mean: sum(right) / sum(counts) };
}

/**
 * PCK of one person against α as the corners of its staircase, from α = 0 to `most`: it rises where α reaches the distance of
 * a joint in reference lengths.
 *
 * @param distances of the visible joints, in reference lengths
 */
export function pckCurve(distances: readonly number[], most: number): [alpha: number, share: number][] {
  const sorted = distances.filter((distance) => distance <= most).sort((a, b) => a - b);
  const corners = sorted.flatMap((distance, i): [number, number][] => [
    [distance, i / distances.length],
    [distance, (i + 1) / distances.length],
  ]);
  return [[0, 0], ...corners, [most, sorted.length / distances.length]];
}
