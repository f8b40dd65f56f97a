import type { PlannedCheck } from './checks/check';
import { findKnownMistake, type KeyedPair } from './diagnosis/known-mistakes';
import { findPattern } from './diagnosis/patterns';
import { readSymptom } from './diagnosis/symptoms';
import type { Observations } from './evaluate';
import type { MistakeOutputs } from './fixture';
import { type Judgement, judgeExpectation } from './judge-expectation';
import type { Localized } from './localized';
import { NOT_LOADED, NOT_RUN, PASSED, skipped, threw, timedOut } from './messages/outcomes';
import { forbiddenName } from './messages/problems';
import type { CheckResult, Device, Diagnosis, Outcome, Problem, Thrown } from './report';
import { taskId } from './task-ids';

/** Comparisons shown per check: the failing ones first. */
const SHOWN = 4;

/** What a run, over all its restarts, gave. */
export interface Run {
  device: Device;
  observations: Observations;
  /** Tasks that did not end in time, with the seconds they were given. */
  hung: ReadonlyMap<string, number>;
  /** What ended the process while this task was running. */
  broke: ReadonlyMap<string, Problem>;
  /** Nothing could be run at all. */
  problem?: Problem;
}

/** A check's result with what the diagnosis needs. */
export interface JudgedCheck {
  result: CheckResult;
  judgements: Judgement[];
  pairs: KeyedPair[];
}

/** A thrown error of a task that was not asked to throw. */
function unexpectedThrow(check: PlannedCheck, observations: Observations): Thrown | undefined {
  const mayThrow = new Set(check.expectations.flatMap((one) => (one.expect === 'throws' ? [one.task] : [])));
  for (const { id } of check.tasks) {
    const result = observations.get(taskId(check.id, id))?.result;
    if (result?.type === 'threw' && !mayThrow.has(id)) return result.thrown;
  }
  return undefined;
}

/** The harness throws this error when code touches a forbidden name that the static scan could not see. */
function thrownMessage(thrown: Thrown): Localized {
  const [name] = /^\S+(?= is not allowed)/.exec(thrown.message) ?? [];
  return thrown.name === 'ForbiddenError' && name ? forbiddenName(name) : threw(thrown);
}

/** The arguments of the first task of which an expectation does not hold. */
function counterexampleOf(check: PlannedCheck, own: Observations, judgements: readonly Judgement[]) {
  const failed = check.expectations[judgements.findIndex(({ holds }) => !holds)];
  if (!check.inputs || failed?.expect !== 'equal' || !('output' in failed.actual)) return undefined;
  const { output } = failed.actual;
  const args = own.get(output)?.shrunk ?? check.tasks.find(({ id }) => id === output)?.args;
  return check.inputs.map((name, i) => ({ name, value: args?.[i] ?? null }));
}

/** Observations of one check's tasks under the ids that its plan uses. */
export function ownObservations(check: Pick<PlannedCheck, 'id' | 'tasks'>, observations: Observations): Observations {
  return new Map(
    check.tasks.flatMap(({ id }) => {
      const observation = observations.get(taskId(check.id, id));
      return observation ? [[id, observation] as const] : [];
    }),
  );
}

function decide(
  check: PlannedCheck,
  run: Run,
  judgements: readonly Judgement[],
): { outcome: Outcome; message: Localized; thrown?: Thrown } {
  const ids = check.tasks.map(({ id }) => taskId(check.id, id));
  if (run.problem) return { outcome: 'skipped', message: NOT_LOADED };
  const waited = ids.map((id) => run.hung.get(id)).find((seconds) => seconds !== undefined);
  if (waited !== undefined) return { outcome: 'timed-out', message: timedOut(waited) };
  const broke = ids.map((id) => run.broke.get(id)).find((problem) => problem !== undefined);
  if (broke) return { outcome: 'errored', message: broke.message };
  if (ids.some((id) => !run.observations.has(id))) return { outcome: 'skipped', message: NOT_RUN };
  const thrown = unexpectedThrow(check, run.observations);
  if (thrown) return { outcome: 'errored', message: thrownMessage(thrown), thrown };
  const failed = judgements.find(({ holds }) => !holds);
  return failed ? { outcome: 'failed', message: failed.message ?? NOT_RUN } : { outcome: 'passed', message: PASSED };
}

/** One check against one run, without diagnosis and prerequisites. */
export function judgeCheck(check: PlannedCheck, run: Run): JudgedCheck {
  const own = ownObservations(check, run.observations);
  const judgements = check.expectations.map((expectation) => judgeExpectation(expectation, own, run.device.backend));
  const { outcome, message, thrown } = decide(check, run, judgements);
  const counterexample = outcome === 'failed' ? counterexampleOf(check, own, judgements) : undefined;
  const comparisons = judgements.flatMap(({ comparison }) => (comparison ? [comparison] : []));
  const tensors = [...comparisons.filter((one) => !one.passed), ...comparisons.filter((one) => one.passed)];
  const result: CheckResult = {
    id: check.id,
    kind: check.kind,
    visibility: check.visibility,
    title: check.title,
    outcome,
    points: outcome === 'passed' ? check.points : 0,
    maxPoints: check.points,
    ms: [...own.values()].reduce((sum, { ms }) => sum + ms, 0),
    message,
    ...(tensors.length > 0 && { tensors: tensors.slice(0, SHOWN) }),
    ...(counterexample && { counterexample }),
    ...(thrown && { thrown }),
  };
  const pairs = judgements.flatMap(({ pair }, i) => (pair ? [{ ...pair, key: `${check.id}#${i}` }] : []));
  return { result, judgements, pairs };
}

/** Below this a diagnosis is not given. */
const CONFIDENT = 0.6;

/** Why a judged check is probably wrong; `all` are the checks of the same run, for evidence on more inputs. */
export function diagnose(
  { result, judgements, pairs }: JudgedCheck,
  all: readonly JudgedCheck[],
  mistakes: readonly MistakeOutputs[],
): Diagnosis | undefined {
  if (result.outcome !== 'failed' && result.outcome !== 'errored') return undefined;
  const labels = [...new Set(pairs.flatMap(({ passed, label }) => (passed ? [] : [label])))];
  const everywhere = all.flatMap((judged) => judged.pairs);
  const known = labels
    .map((label) =>
      findKnownMistake(
        everywhere.filter((pair) => pair.label === label),
        mistakes,
      ),
    )
    .find((diagnosis) => diagnosis !== undefined);
  if (known) return known;
  if (result.outcome === 'errored') return undefined;
  // A property's two sides both come from the learner's code: a pattern between them explains nothing.
  const patterned = result.kind === 'property' ? [] : labels;
  const pattern = patterned
    .map((label) => findPattern(pairs.filter((pair) => pair.label === label && !pair.passed)))
    .find((diagnosis) => diagnosis !== undefined);
  const symptom = judgements.map(readSymptom).find((diagnosis) => diagnosis !== undefined);
  return [pattern, symptom].find((diagnosis) => diagnosis !== undefined && diagnosis.confidence >= CONFIDENT);
}

/** Checks whose prerequisites did not pass say so instead of their own result. */
export function skipDependents(checks: readonly PlannedCheck[], results: readonly CheckResult[]): CheckResult[] {
  const done: CheckResult[] = [];
  for (const [i, result] of results.entries()) {
    const missing = (checks[i]?.requires ?? []).flatMap((id) => {
      const required = done.find((one) => one.id === id);
      return required && required.outcome !== 'passed' ? [required.title] : [];
    });
    const { diagnosis: _d, tensors: _t, thrown: _x, counterexample: _c, ...head } = result;
    done.push(missing.length > 0 ? { ...head, outcome: 'skipped', points: 0, message: skipped(missing) } : result);
  }
  return done;
}
