import type { GradableExercise } from '@/grading/gradable';

/** An exercise without its training checks. */
export const untrained = (whole: GradableExercise): GradableExercise => ({
  ...whole,
  checks: whole.checks.filter(({ kind }) => kind !== 'training'),
});

/**
 * What a known mistake is to be graded on: the whole without its training checks, which take the most time and say nothing of
 * a mistake that fails elsewhere; for one that fails a training, the whole.
 */
export function withoutTrainings(whole: GradableExercise): (mistake: { fails: string }) => GradableExercise {
  const quick = untrained(whole);
  return ({ fails }) => (quick.checks.some(({ id }) => id === fails) ? quick : whole);
}
