import { readModules } from '@/exercises/folder';
import type { GradableExercise } from '@/grading/gradable';
import { gradeWithReference } from '@/grading/grade-with-reference';
import { inProcessRunner } from '@/grading/harness/in-process';

const RUNNERS = { runner: inProcessRunner, trusted: inProcessRunner };

/**
 * Hidden checks that a right answer did not pass, as `ANSWER seed N: CHECKS`. Public ones have the same inputs on every seed:
 * `check:exercises` proves them.
 */
export async function failuresOnSeeds(
  gradable: GradableExercise,
  seeds: readonly number[],
): Promise<{ answers: number; failures: string[] }> {
  const hidden = { ...gradable, checks: gradable.checks.filter(({ visibility }) => visibility === 'hidden') };
  const answers = await readModules(gradable.exercise.id, 'answers');
  const all = new Map([['reference', gradable.reference], ...answers]);
  const failures: string[] = [];
  for (const [name, source] of all) {
    for (const seed of seeds) {
      const { passed, checks, problem } = await gradeWithReference(hidden, source, seed, RUNNERS);
      const wrong = checks.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);
      if (!passed) failures.push(`${name} seed ${seed}: ${problem?.code ?? wrong.join(', ')}`);
    }
  }
  return { answers: all.size, failures };
}
