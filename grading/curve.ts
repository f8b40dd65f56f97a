import type { PlannedCheck } from './checks/check';
import { evaluate } from './evaluate';
import type { Localized } from './localized';
import type { RunListeners } from './task';
import { checkOf, taskId } from './task-ids';

/** A training as it goes on: what came so far, over what the reference gives. */
export interface Curve {
  check: string;
  title: Localized;
  values: (number | null)[];
  expected: number[];
}

/** What a check expects of the numbers that one of its tasks gives, where it is a row of them. */
function expectedRow(check: PlannedCheck, task: string): number[] {
  for (const expectation of check.expectations) {
    if (expectation.expect !== 'equal' || !('plain' in expectation.actual)) continue;
    if (taskId(check.id, expectation.actual.plain) !== task) continue;
    const expected = evaluate(expectation.expected, new Map());
    if ('tensor' in expected && expected.tensor.shape.length === 1) return [...expected.tensor.values];
  }
  return [];
}

/** Listens to the points that drivers of these checks yield, and tells each curve as it grows. */
export function followCurves(
  checks: readonly PlannedCheck[],
  onCurve: (curve: Curve) => void,
): NonNullable<RunListeners['point']> {
  const curves = new Map<string, Curve>();
  return (task, at, value) => {
    const check = checks.find(({ id }) => id === checkOf(task));
    if (!check) return;
    const { values, expected } = curves.get(task) ?? { values: [], expected: expectedRow(check, task) };
    // A run that begins again draws anew.
    const curve = { check: check.id, title: check.title, values: [...values.slice(0, at), value], expected };
    curves.set(task, curve);
    onCurve(curve);
  };
}
