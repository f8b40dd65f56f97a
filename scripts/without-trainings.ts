import type { GradableExercise } from '@/grading/gradable';

/**
 * What a known mistake is to be graded on: the exercise without its training checks, which take the most time and say nothing of
 * a mistake that fails elsewhere; for one that fails a training, the whole exercise.
 */
export function withoutTrainings(gradable: GradableExercise): (mistake: { fails: string }) => GradableExercise {
  const untrained = { ...gradable, checks: gradable.checks.filter(({ kind }) => kind !== 'training') };
  return ({ fails }) => (untrained.checks.some(({ id }) => id === fails) ? untrained : gradable);
}
