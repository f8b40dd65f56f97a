import type { CheckKind } from '@/grading/report';

/**
 * What a known mistake is to be graded on: an exercise, or the fixture of one, without its training checks, which take the most
 * time and say nothing of a mistake that fails elsewhere; for one that fails a training, the whole.
 */
export function withoutTrainings<Whole extends { checks: readonly { id: string; kind: CheckKind }[] }>(
  whole: Whole,
): (mistake: { fails: string }) => Whole {
  const untrained = { ...whole, checks: whole.checks.filter(({ kind }) => kind !== 'training') };
  return ({ fails }) => (untrained.checks.some(({ id }) => id === fails) ? untrained : whole);
}
