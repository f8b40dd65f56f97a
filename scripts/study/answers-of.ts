import { readModules } from '@/exercises/folder';
import type { GradableExercise } from '@/grading/gradable';
import { gradeWithReference } from '@/grading/grade-with-reference';
import { inProcessRunner } from '@/grading/harness/in-process';
import { remembering } from '@/grading/harness/remembering';
import { createRandom } from '@/grading/random';
import { planningOnce } from '../planning-once';

/** Whether a check's inputs depend on the seed of the run. */
function isDrawn({ plan }: GradableExercise['checks'][number]): boolean {
  const [one, other] = [1, 2].map((seed) => JSON.stringify(plan(createRandom(seed))));
  return one !== other;
}

/**
 * Checks that a right answer did not pass on a seed, as `ANSWER seed N: CHECKS`. Of those that are the same on every seed, public
 * ones and hidden ones of fixed inputs, `check:exercises` proves it.
 */
export async function failuresOnSeeds(
  gradable: GradableExercise,
  seeds: readonly number[],
): Promise<{ answers: number; failures: string[] }> {
  const { checks } = planningOnce(gradable);
  const drawn = { ...gradable, checks: checks.filter((one) => one.visibility === 'hidden' && isDrawn(one)) };
  const answers = await readModules(gradable.exercise.id, 'answers');
  const all = new Map([['reference', gradable.reference], ...answers]);
  const failures: string[] = [];
  const runners = { runner: inProcessRunner, trusted: remembering(inProcessRunner) };
  for (const seed of drawn.checks.length > 0 ? seeds : []) {
    for (const [name, source] of all) {
      const report = await gradeWithReference(drawn, source, seed, runners);
      const wrong = report.checks.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);
      if (!report.passed) failures.push(`${name} seed ${seed}: ${report.problem?.code ?? wrong.join(', ')}`);
    }
  }
  return { answers: all.size, failures };
}
