import type { CheckKind } from '@/grading/report';

interface Checked {
  checks: readonly { id: string; kind: CheckKind }[];
}

/** An exercise, or the fixture of one, without its training checks. */
export const untrained = <Whole extends Checked>(whole: Whole): Whole => ({
  ...whole,
  checks: whole.checks.filter(({ kind }) => kind !== 'training'),
});

/**
 * What a known mistake is to be graded on: the whole without its training checks, which take the most time and say nothing of
 * a mistake that fails elsewhere; for one that fails a training, the whole.
 */
export function withoutTrainings<Whole extends Checked>(whole: Whole): (mistake: { fails: string }) => Whole {
  const quick = untrained(whole);
  return ({ fails }) => (quick.checks.some(({ id }) => id === fails) ? quick : whole);
}
