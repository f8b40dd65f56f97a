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
 * Hidden checks that a right answer did not pass, as `ANSWER seed N: CHECKS`. Public ones have the same inputs on every seed:
 * `check:exercises` proves them. Hidden ones of fixed inputs run on the first seed alone.
 */
export async function failuresOnSeeds(
  gradable: GradableExercise,
  seeds: readonly number[],
): Promise<{ answers: number; failures: string[] }> {
  const { checks } = planningOnce(gradable);
  const hidden = { ...gradable, checks: checks.filter(({ visibility }) => visibility === 'hidden') };
  const drawn = { ...hidden, checks: hidden.checks.filter(isDrawn) };
  const answers = await readModules(gradable.exercise.id, 'answers');
  const all = new Map([['reference', gradable.reference], ...answers]);
  const failures: string[] = [];
  const runners = { runner: inProcessRunner, trusted: remembering(inProcessRunner) };
  for (const [run, seed] of seeds.entries()) {
    if (run > 0 && drawn.checks.length === 0) break;
    for (const [name, source] of all) {
      const report = await gradeWithReference(run === 0 ? hidden : drawn, source, seed, runners);
      const wrong = report.checks.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);
      if (!report.passed) failures.push(`${name} seed ${seed}: ${report.problem?.code ?? wrong.join(', ')}`);
    }
  }
  return { answers: all.size, failures };
}
