import type { PlannedCheck } from './checks/check';
import { compile } from './compile';
import { compileLayers } from './compile-layers';
import { type Curve, followCurves } from './curve';
import type { Fixture, MistakeOutputs } from './fixture';
import { jobTasks } from './job-tasks';
import { diagnose, type JudgedCheck, judgeCheck, skipDependents } from './judge-check';
import type { Library } from './library';
import type { CheckResult, Report } from './report';
import { type CompleteRun, runTasks } from './run-tasks';
import type { Limits, Observation, RunListeners, Runner, Task } from './task';
import { checkOf } from './task-ids';

export interface GradeOptions {
  /** Called as soon as all tasks of a check were observed, before its diagnosis is known. */
  onCheck?: (result: CheckResult) => void;
  /** Called with each new point of a training that is under way. */
  onCurve?: (curve: Curve) => void;
}

/** What is graded, by whom, under which rules. */
export interface Subject {
  exercise: string;
  version: string;
  authority: Report['authority'];
  entries: string[];
  forbidden: string[];
  limits: Limits;
  /** Compiled sources of the drivers that the tasks name. */
  drivers: Record<string, string>;
  /** What `my-layers` is, where the exercise has it. */
  library?: Library;
}

const NOT_RUN: CompleteRun = {
  device: { backend: 'cpu' },
  observations: new Map(),
  hung: new Map(),
  broke: new Map(),
  console: { lines: [], truncated: false },
};

/** Calls `onCheck` for each check once its last task was observed. */
function follow(checks: readonly PlannedCheck[], onCheck: GradeOptions['onCheck']) {
  const open = new Map(checks.map((check) => [check.id, { check, seen: new Map<string, Observation>() }]));
  return (observation: Observation) => {
    const entry = open.get(checkOf(observation.task));
    entry?.seen.set(observation.task, observation);
    if (entry && entry.seen.size === entry.check.tasks.length) {
      onCheck?.(judgeCheck(entry.check, { ...NOT_RUN, observations: entry.seen }).result);
    }
  };
}

/**
 * The report on a run.
 *
 * @param mistakes what known mistakes give; asked only when something is wrong.
 * @param start when grading began, as `performance.now()` tells it.
 */
export async function reportOn(
  subject: Subject,
  checks: readonly PlannedCheck[],
  run: CompleteRun,
  mistakes: (judged: readonly JudgedCheck[]) => Promise<readonly MistakeOutputs[]>,
  start: number,
): Promise<Report> {
  const judged = checks.map((check) => judgeCheck(check, run));
  const wrong = judged.some(({ pairs }) => pairs.some(({ passed }) => !passed));
  const known = wrong ? await mistakes(judged) : [];
  const diagnosed = judged.map((one): CheckResult => {
    const diagnosis = diagnose(one, judged, known);
    return diagnosis ? { ...one.result, diagnosis } : one.result;
  });
  const results = run.problem ? diagnosed : skipDependents(checks, diagnosed);
  const problem = run.problem ?? [...run.broke.values()][0];
  return {
    exercise: subject.exercise,
    version: subject.version,
    authority: subject.authority,
    device: run.device,
    passed: problem === undefined && results.every(({ outcome }) => outcome === 'passed'),
    score: results.reduce((sum, { points }) => sum + points, 0),
    maxScore: results.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    ms: performance.now() - start,
    ...(problem && { problem }),
    checks: results,
    console: run.console,
  };
}

/** Compiles a source and runs it on the tasks of checks. */
export async function execute(
  subject: Subject,
  checks: readonly { id: string; tasks: readonly Task[] }[],
  source: string,
  runner: Runner,
  on?: RunListeners,
): Promise<CompleteRun> {
  const compiled = compile(source, subject);
  if (!compiled.ok) return { ...NOT_RUN, problem: compiled.problem };
  const linked = compileLayers(subject.library ?? [], compiled.layers);
  if (!linked.ok) return { ...NOT_RUN, problem: linked.problem };
  const job = {
    source: compiled.source,
    entries: subject.entries,
    forbidden: subject.forbidden,
    tasks: jobTasks(checks),
    drivers: subject.drivers,
    ...(linked.layers.length > 0 && { layers: linked.layers }),
  };
  return runTasks(runner, job, subject.limits, on);
}

/**
 * A provisional grade: the public checks of a fixture, with neither reference nor hidden check at hand.
 *
 * @example
 * const report = await gradeInPage(fixture, source, runner, { onCheck: show });
 */
export async function gradeInPage(
  fixture: Fixture,
  source: string,
  runner: Runner,
  { onCheck, onCurve, limits = fixture.limits, library }: GradeOptions & { limits?: Limits; library?: Library } = {},
): Promise<Report> {
  const start = performance.now();
  const { exercise, version, entries, forbidden, drivers } = fixture;
  const subject: Subject = {
    exercise,
    version,
    authority: 'provisional',
    entries,
    forbidden,
    limits,
    drivers,
    library,
  };
  const run = await execute(subject, fixture.checks, source, runner, {
    observation: follow(fixture.checks, onCheck),
    point: followCurves(fixture.checks, onCurve ?? (() => {})),
  });
  return reportOn(subject, fixture.checks, run, async () => fixture.mistakes, start);
}
