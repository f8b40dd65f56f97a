import 'server-only';
import type { Bin, Spread } from '@/contracts/cohort-exercise';

/**
 * The value below which a share of the values lies, by linear interpolation between the ordered ones: definition 7 of
 * Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4).
 *
 * @param values in any order
 * @param share 0 to 1
 * @returns null for no values
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * How many values lie from each edge to the next, and from the last on.
 * @param edges ascending; values below the first are counted with it
 */
export function histogram(values: readonly number[], edges: readonly number[]): Bin[] {
  return edges.map((from, at) => {
    const to = edges[at + 1] ?? null;
    const isIn = (value: number) => (at === 0 || value >= from) && (to === null || value < to);
    return { from, to, count: values.filter(isIn).length };
  });
}

export function spread(values: readonly number[], edges: readonly number[]): Spread {
  return {
    count: values.length,
    q1: quantile(values, 0.25),
    median: quantile(values, 0.5),
    q3: quantile(values, 0.75),
    bins: histogram(values, edges),
  };
}

/** Kelley's share of the learners at either end. */
const END = 0.27;
/** Fewer make groups of one or two, in which chance is all. */
const FEWEST = 10;

/** One learner: whether the exercise went well, and how well the others go, each 0 to 1. */
export interface Mark {
  item: number;
  rest: number;
}

/**
 * Whether an exercise tells those who do well elsewhere from those who do not: the upper–lower discrimination index
 *
 *     D = mean item score of the upper 27 % − mean item score of the lower 27 %
 *
 * of the learners as ordered by their score on everything but this exercise. 27 % of a normal distribution makes the groups
 * most surely different: Kelley (1939), The selection of upper and lower groups for the validation of test items, Journal of
 * Educational Psychology 30(1). Learners who tie across the edge of a group count in it in equal parts, so that no order among
 * equals matters.
 *
 * @returns −1 to 1; null for fewer than ten learners, and where all do equally well elsewhere
 */
export function discriminationIndex(marks: readonly Mark[]): number | null {
  const rests = marks.map(({ rest }) => rest);
  if (marks.length < FEWEST || Math.min(...rests) === Math.max(...rests)) return null;
  const size = END * marks.length;
  const upper = meanOfFirst(marks, size, (a, b) => b - a);
  const lower = meanOfFirst(marks, size, (a, b) => a - b);
  return upper - lower;
}

/** Mean item score of the first `size` learners (which need be no whole number) in the order of their rest scores. */
function meanOfFirst(marks: readonly Mark[], size: number, order: (a: number, b: number) => number): number {
  const byRest = new Map<number, number[]>();
  for (const { item, rest } of marks) {
    const items = byRest.get(rest);
    if (items) items.push(item);
    else byRest.set(rest, [item]);
  }
  let room = size;
  let sum = 0;
  for (const rest of [...byRest.keys()].toSorted(order)) {
    const tied = byRest.get(rest) ?? [];
    const taken = Math.min(room, tied.length);
    sum += (taken / tied.length) * tied.reduce((total, item) => total + item, 0);
    room -= taken;
  }
  return sum / size;
}
