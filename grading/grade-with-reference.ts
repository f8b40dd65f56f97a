import type { PlannedCheck } from './checks/check';
import { mayExplain } from './diagnosis/known-mistakes';
import { driversFor } from './drivers';
import type { MistakeOutputs } from './fixture';
import type { GradableExercise } from './gradable';
import { execute, reportOn, type Subject } from './judge';
import type { JudgedCheck } from './judge-check';
import { knownToAll } from './known-to-all';
import type { Library } from './library';
import type { Report } from './report';
import { planChecks, resolvePlans, rulesOf, runMistakes } from './resolve';
import type { Runner } from './task';

/**
 * What the known mistakes give on every check that was judged. On hidden checks, whose inputs are new each time, only
 * those are run that the public checks leave possible.
 */
async function mistakesOn(
  gradable: GradableExercise,
  hidden: readonly PlannedCheck[],
  judged: readonly JudgedCheck[],
  trusted: Runner,
): Promise<MistakeOutputs[]> {
  const onPublic = await knownToAll(gradable, trusted).mistakes();
  const pairsOf = (checks: readonly JudgedCheck[]) => checks.flatMap(({ pairs }) => pairs);
  const known = pairsOf(judged.filter(({ result }) => result.visibility === 'public'));
  const possible = onPublic.filter((mistake) => mayExplain(mistake, known, pairsOf(judged)));
  const names = new Set(possible.map(({ name }) => name));
  if (names.size === 0) return [];
  const candidates = gradable.mistakes.filter(({ name }) => names.has(name));
  const onHidden = await runMistakes({ ...gradable, mistakes: candidates }, hidden, trusted);
  return possible.map((mistake) => ({
    ...mistake,
    outputs: { ...mistake.outputs, ...onHidden.find(({ name }) => name === mistake.name)?.outputs },
  }));
}

/**
 * A verified grade: every check, hidden ones on inputs made from `seed`. The reference works on these while the learner's
 * code does, each in a place of its own; what public checks ask was worked out once. They run first, so that console output of
 * theirs can hold nothing of hidden inputs. The report is for staff: see `redactReport`.
 *
 * @param runner where the learner's code runs.
 * @param trusted where the reference and the known mistakes run; never given the learner's code.
 * @param library the learner's `my-layers`; without it, that of the references.
 * @throws {Error} when the exercise itself is broken.
 */
export async function gradeWithReference(
  gradable: GradableExercise,
  source: string,
  seed: number,
  { runner, trusted, library = gradable.library }: { runner: Runner; trusted: Runner; library?: Library },
): Promise<Report> {
  const start = performance.now();
  const { exercise, version } = gradable;
  const hiddenPart = { ...gradable, checks: gradable.checks.filter(({ visibility }) => visibility === 'hidden') };
  const hiddenPlans = planChecks(hiddenPart, seed);
  const open = await knownToAll(gradable, trusted).checks;
  const publicFirst = [...open, ...hiddenPlans.map(({ check, plan }) => ({ id: check.id, tasks: plan.tasks }))];
  const subject: Subject = {
    exercise: exercise.id,
    version,
    authority: 'verified',
    ...rulesOf(gradable),
    limits: exercise.limits,
    drivers: driversFor(
      publicFirst.flatMap(({ tasks }) => tasks),
      gradable.drivers,
    ),
    ...(exercise.usesLayers && { library }),
  };
  const [run, hidden] = await Promise.all([
    execute(subject, publicFirst, source, runner),
    resolvePlans(gradable, hiddenPlans, trusted),
  ]);
  const byId = new Map([...open, ...hidden].map((check) => [check.id, check]));
  const checks = gradable.checks.flatMap(({ id }) => byId.get(id) ?? []);
  return reportOn(subject, checks, run, (judged) => mistakesOn(gradable, hidden, judged, trusted), start);
}
