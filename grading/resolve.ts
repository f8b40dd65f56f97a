import type { Check, Plan, PlannedCheck } from './checks/check';
import type { Expectation, Expression } from './checks/expectation';
import { compile } from './compile';
import { compileLayers } from './compile-layers';
import { driversFor } from './drivers';
import { evaluate, type Observations } from './evaluate';
import type { MistakeOutputs } from './fixture';
import { forbiddenIn } from './forbidden';
import type { GradableExercise } from './gradable';
import { jobTasks } from './job-tasks';
import { ownObservations } from './judge-check';
import type { Library } from './library';
import { createRandom, type Draw, hashSeed } from './random';
import type { Job, Limits, Runner } from './task';
import { encodeTensor, type TensorData } from './tensor-data';

/** A check with its plan, of which expressions may still ask the reference. */
export interface OpenPlan {
  check: Check;
  plan: Plan;
}

/** Trusted code is never killed by us; in-process runners ignore limits. */
const NO_LIMITS: Limits = { heartbeatMs: 120_000, totalMs: 600_000 };

/**
 * Plans of all checks: public ones from their fixed seed, hidden ones from `seed`.
 *
 * @param onDraw told how each tensor of their inputs was drawn
 */
export function planChecks(
  { exercise, checks }: GradableExercise,
  seed: number,
  onDraw?: (tensor: TensorData, draw: Draw) => void,
): OpenPlan[] {
  return checks.map((check) => {
    const root = check.visibility === 'public' ? hashSeed(exercise.id) : seed;
    return { check, plan: check.plan(createRandom(root, onDraw).fork(check.id)) };
  });
}

/** Runs one of an exercise's own modules, under the rules of a learner's where it stands for one. @throws {Error} when it cannot be compiled or loaded: a bug of the exercise. */
async function runTrusted(
  what: string,
  source: string,
  job: Omit<Job, 'source'>,
  runner: Runner,
  library?: Library,
): Promise<Observations> {
  const compiled = compile(source, { entries: job.entries, forbidden: job.forbidden, library });
  if (!compiled.ok) throw new Error(`${what}: ${compiled.problem.message.en}`);
  const linked = compileLayers(library ?? [], compiled.layers);
  if (!linked.ok) throw new Error(`${what}: ${linked.problem.message.en}`);
  // Only what a learner's code fails on is made simpler.
  const tasks = job.tasks.map((task) => (task.do === 'drive' ? { ...task, shrink: undefined } : task));
  const outcome = await runner.run({ ...job, tasks, source: compiled.source, layers: linked.layers }, NO_LIMITS);
  if (outcome.problem) throw new Error(`${what}: ${outcome.problem.message.en}`);
  return new Map(outcome.observations.map((observation) => [observation.task, observation]));
}

const asksTrusted = (plan: Plan): boolean =>
  /"trusted":|"expect":"(kernels|bytes)"/.test(JSON.stringify(plan.expectations));

/**
 * Plans with every expectation of the reference and the oracle filled in.
 *
 * @param trusted runs the folder's own code; see `grading/harness`.
 * @throws {Error} when the reference itself gives no tensor where one is asked.
 */
export async function resolvePlans(
  gradable: GradableExercise,
  plans: readonly OpenPlan[],
  trusted: Runner,
): Promise<PlannedCheck[]> {
  const { id } = gradable.exercise;
  const rules = rulesOf(gradable);
  const asking = plans.filter(({ plan }) => asksTrusted(plan));
  const referenceTasks = jobTasks(asking.map(({ check, plan }) => ({ id: check.id, tasks: plan.tasks })));
  const oracleTasks = jobTasks(asking.map(({ check, plan }) => ({ id: check.id, tasks: plan.oracleTasks ?? [] })));
  const reference = await runTrusted(
    `${id}/reference.ts`,
    gradable.reference,
    { ...rules, tasks: referenceTasks, drivers: driversFor(referenceTasks, gradable.drivers) },
    trusted,
    gradable.library,
  );
  const oracleEntries = [...new Set(oracleTasks.flatMap((task) => (task.do === 'drive' ? [] : [task.fn])))];
  const oracle =
    oracleTasks.length > 0
      ? await runTrusted(
          `${id}/oracle.ts`,
          gradable.oracle ?? '',
          { entries: oracleEntries, forbidden: [], tasks: oracleTasks },
          trusted,
        )
      : new Map();

  return plans.map(({ check: { plan: _plan, ...head }, plan }) => {
    const runs = {
      reference: ownObservations({ id: head.id, tasks: plan.tasks }, reference),
      oracle: ownObservations({ id: head.id, tasks: plan.oracleTasks ?? [] }, oracle),
    };
    const close = (expression: Expression): Expression => {
      if (!JSON.stringify(expression).includes('"trusted":')) return expression;
      const value = evaluate(expression, new Map(), runs);
      if ('absent' in value)
        throw new Error(`${id}: ${head.id}: the reference gives no tensor: ${JSON.stringify(value)}`);
      return { tensor: encodeTensor(value.tensor) };
    };
    const fill = (expectation: Expectation): Expectation => {
      if (expectation.expect === 'equal') return { ...expectation, expected: close(expectation.expected) };
      if (expectation.expect !== 'kernels' && expectation.expect !== 'bytes') return expectation;
      const { kernels = {}, peakBytes = 0 } = runs.reference.get(expectation.task) ?? {};
      const count = Object.values(kernels).reduce((sum, launches) => sum + launches, 0);
      return { ...expectation, baseline: Math.max(1, expectation.expect === 'bytes' ? peakBytes : count) };
    };
    return { ...head, tasks: plan.tasks, expectations: plan.expectations.map(fill) };
  });
}

/** What each known mistake gives on the tasks of these checks. */
export async function runMistakes(
  gradable: GradableExercise,
  checks: readonly PlannedCheck[],
  trusted: Runner,
): Promise<MistakeOutputs[]> {
  const { id } = gradable.exercise;
  const compared = checks.filter(({ expectations }) => expectations.some(({ expect }) => expect === 'equal'));
  const results: MistakeOutputs[] = [];
  for (const { name, source, diagnosis } of gradable.mistakes) {
    const tasks = jobTasks(compared);
    const job = { ...rulesOf(gradable), tasks, drivers: driversFor(tasks, gradable.drivers) };
    const observations = await runTrusted(`${id}/mistakes/${name}.ts`, source, job, trusted, gradable.library);
    const outputs: MistakeOutputs['outputs'] = {};
    for (const check of compared) {
      const own = ownObservations(check, observations);
      for (const [i, expectation] of check.expectations.entries()) {
        if (expectation.expect !== 'equal') continue;
        const value = evaluate(expectation.actual, own);
        outputs[`${check.id}#${i}`] = 'tensor' in value ? encodeTensor(value.tensor) : null;
      }
    }
    results.push({ name, diagnosis, outputs });
  }
  return results;
}

/** Rules under which a learner's source of this exercise is compiled and run. */
export function rulesOf({ exercise }: Pick<GradableExercise, 'exercise'>): { entries: string[]; forbidden: string[] } {
  return { entries: exercise.entries, forbidden: forbiddenIn(exercise) };
}
