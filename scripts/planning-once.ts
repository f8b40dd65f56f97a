import type { GradableExercise } from '@/grading/gradable';

/** Seeds whose plans are kept: as many as a study of mutants goes through again and again. */
const MOST = 5;

/**
 * An exercise whose checks plan once for each of its last seeds: much is graded on the same inputs by proofs and studies, and central
 * differences of a net take longer than what they judge. How inputs were drawn is told the first time only.
 */
export function planningOnce(gradable: GradableExercise): GradableExercise {
  const checks = gradable.checks.map((check): GradableExercise['checks'][number] => {
    const plans = new Map<number, ReturnType<typeof check.plan>>();
    return {
      ...check,
      plan: (random) => {
        const plan = plans.get(random.seed) ?? check.plan(random);
        plans.set(random.seed, plan);
        if (plans.size > MOST) plans.delete(plans.keys().next().value as number);
        return plan;
      },
    };
  });
  return { ...gradable, checks };
}
