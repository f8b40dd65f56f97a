import type { PlannedCheck } from './checks/check';
import { compile } from './compile';
import type { Fixture, MistakeOutputs } from './fixture';
import type { GradableExercise } from './gradable';
import { diagnose, judgeCheck, skipDependents } from './judge-check';
import type { CheckResult, Report } from './report';
import { jobTasks, planChecks, resolvePlans, rulesOf, runMistakes } from './resolve';
import { type CompleteRun, runTasks } from './run-tasks';
import type { Limits, Observation, Runner } from './task';
import { checkOf } from './task-ids';

export interface GradeOptions {
  /** Called as soon as all tasks of a check were observed, before its diagnosis is known. */
  onCheck?: (result: CheckResult) => void;
}

/** What is graded, by whom, under which rules. */
interface Subject {
  exercise: string;
  version: string;
  authority: Report['authority'];
  entries: string[];
  forbidden: string[];
  limits: Limits;
}

const NOT_RUN: CompleteRun = {
  device: { backend: 'cpu' },
  observations: new Map(),
  hung: new Set(),
  broke: new Map(),
  console: { lines: [], truncated: false },
};

/** Calls `onCheck` for each check once its last task was observed. */
function follow(checks: readonly PlannedCheck[], seconds: number, onCheck: GradeOptions['onCheck']) {
  const open = new Map(checks.map((check) => [check.id, { check, seen: new Map<string, Observation>() }]));
  return (observation: Observation) => {
    const entry = open.get(checkOf(observation.task));
    entry?.seen.set(observation.task, observation);
    if (entry && entry.seen.size === entry.check.tasks.length) {
      onCheck?.(judgeCheck(entry.check, { ...NOT_RUN, observations: entry.seen }, seconds).result);
    }
  };
}

async function reportOn(
  subject: Subject,
  checks: readonly PlannedCheck[],
  run: CompleteRun,
  mistakes: () => Promise<readonly MistakeOutputs[]>,
  ms: number,
): Promise<Report> {
  const seconds = subject.limits.heartbeatMs / 1000;
  const judged = checks.map((check) => judgeCheck(check, run, seconds));
  const wrong = judged.some(({ pairs }) => pairs.some(({ passed }) => !passed));
  const known = wrong ? await mistakes() : [];
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
    ms,
    ...(problem && { problem }),
    checks: results,
    console: run.console,
  };
}

/** Compiles and runs a source against planned checks. */
async function execute(
  subject: Subject,
  checks: readonly PlannedCheck[],
  source: string,
  runner: Runner,
  { onCheck }: GradeOptions,
): Promise<CompleteRun> {
  const compiled = compile(source, subject);
  if (!compiled.ok) return { ...NOT_RUN, problem: compiled.problem };
  const job = {
    source: compiled.source,
    entries: subject.entries,
    forbidden: subject.forbidden,
    tasks: jobTasks(checks),
  };
  return runTasks(runner, job, subject.limits, follow(checks, subject.limits.heartbeatMs / 1000, onCheck));
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
  options: GradeOptions & { limits?: Limits } = {},
): Promise<Report> {
  const start = performance.now();
  const { exercise, version, entries, forbidden } = fixture;
  const limits = options.limits ?? fixture.limits;
  const subject: Subject = { exercise, version, authority: 'provisional', entries, forbidden, limits };
  const run = await execute(subject, fixture.checks, source, runner, options);
  return reportOn(subject, fixture.checks, run, async () => fixture.mistakes, performance.now() - start);
}

/**
 * A verified grade: every check, hidden ones on inputs made from `seed`. Public checks run first, so that console output
 * of theirs can hold nothing of hidden inputs. The report is for staff: see `redactReport`.
 *
 * @param runner where the learner's code runs.
 * @param trusted where the reference and the known mistakes run; never given the learner's code.
 * @throws {Error} when the exercise itself is broken.
 */
export async function gradeWithReference(
  gradable: GradableExercise,
  source: string,
  seed: number,
  { runner, trusted }: { runner: Runner; trusted: Runner },
  options: GradeOptions = {},
): Promise<Report> {
  const start = performance.now();
  const { exercise, version } = gradable;
  const subject: Subject = {
    exercise: exercise.id,
    version,
    authority: 'verified',
    ...rulesOf(gradable),
    limits: exercise.limits,
  };
  const checks = await resolvePlans(gradable, planChecks(gradable, seed), trusted);
  const publicFirst = [
    ...checks.filter(({ visibility }) => visibility === 'public'),
    ...checks.filter(({ visibility }) => visibility === 'hidden'),
  ];
  const run = await execute(subject, publicFirst, source, runner, options);
  return reportOn(subject, checks, run, () => runMistakes(gradable, checks, trusted), performance.now() - start);
}
