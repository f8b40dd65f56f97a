import { compare } from '@/grading/compare';
import { driversFor } from '@/grading/drivers';
import { type Fixture, FixtureSchema } from '@/grading/fixture';
import type { GradableExercise } from '@/grading/gradable';
import { inProcessRunner } from '@/grading/harness/in-process';
import { planChecks, resolvePlans, rulesOf, runMistakes } from '@/grading/resolve';
import { decodeTensor, type EncodedTensor } from '@/grading/tensor-data';

/** Public checks are planned from a seed of their own; this one is never used. */
const NO_SEED = 0;

/** The page's fixture of an exercise: inputs, expected tensors and mistakes' outputs of its public checks, nothing else. */
export async function makeFixture(gradable: GradableExercise): Promise<Fixture> {
  const { exercise, version } = gradable;
  const plans = planChecks(
    { ...gradable, checks: gradable.checks.filter((one) => one.visibility === 'public') },
    NO_SEED,
  );
  const checks = await resolvePlans(gradable, plans, inProcessRunner);
  const mistakes = await runMistakes(gradable, checks, inProcessRunner);
  const expected = new Map<string, EncodedTensor>(
    checks.flatMap(({ id, expectations }) =>
      expectations.flatMap((one, i) =>
        one.expect === 'equal' && 'tensor' in one.expected ? [[`${id}#${i}`, one.expected.tensor] as const] : [],
      ),
    ),
  );
  return FixtureSchema.parse({
    exercise: exercise.id,
    version,
    ...rulesOf(gradable),
    limits: exercise.limits,
    checks,
    drivers: driversFor(
      checks.flatMap(({ tasks }) => tasks),
      gradable.drivers,
    ),
    mistakes: mistakes.map((mistake) => ({
      ...mistake,
      outputs: Object.fromEntries(
        Object.entries(mistake.outputs).filter(([key, output]) => {
          const due = expected.get(key);
          if (!due || !output) return true;
          return !compare(key, decodeTensor(output), decodeTensor(due), { atol: 0, rtol: 0 }).passed;
        }),
      ),
    })),
  });
}
