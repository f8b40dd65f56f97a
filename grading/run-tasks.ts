import type { Run } from './judge-check';
import type { ConsoleLine, Problem } from './report';
import type { Job, Limits, Observation, RunListeners, Runner, RunOutcome, Task } from './task';
import { checkOf } from './task-ids';

/** Times that what is left is run again after a task hung or ended the process. */
const RESTARTS = 3;
/** Runs that stopped at their very first task: after so many, every call must be expected to. */
const BARREN = 2;
/** Tasks that hang before the rest is given up. */
const HANGS = 2;
/** Least time that code which has hung once is waited for, milliseconds. */
const LEAST_PATIENCE_MS = 1000;

export interface CompleteRun extends Run {
  console: { lines: ConsoleLine[]; truncated: boolean };
}

/** Problems after which another process would meet the same end before its first task. */
const LOADING: readonly Problem['code'][] = [
  'syntax-error',
  'source-too-large',
  'missing-export',
  'forbidden-name',
  'forbidden-import',
  'load-error',
  'load-timeout',
  'missing-layer',
  'broken-layer',
];

const withoutCheckOf = (tasks: readonly Task[], stopped: string): Task[] =>
  tasks.filter(({ id }) => checkOf(id) !== checkOf(stopped));

/** Limits of the run after one that hung: whoever reads the report has waited a whole heartbeat already. */
function afterHang({ heartbeatMs, totalMs }: Limits): Limits {
  return { heartbeatMs: Math.min(heartbeatMs, Math.max(LEAST_PATIENCE_MS, heartbeatMs / 4)), totalMs };
}

/** The task that a run stopped at: the first that was not observed. */
function stoppedAt({ hung, observations }: RunOutcome, tasks: readonly Task[]): string | undefined {
  const observed = new Set(observations.map(({ task }) => task));
  return hung ?? tasks.find(({ id }) => !observed.has(id))?.id;
}

/**
 * Runs all tasks, starting again without the check whose task hung or broke the process, so that one endless loop costs
 * one check and not all. After {@link RESTARTS} restarts, {@link HANGS} hangs, or {@link BARREN} runs without an
 * observation, the rest stays unobserved.
 */
export async function runTasks(runner: Runner, job: Job, limits: Limits, on: RunListeners = {}): Promise<CompleteRun> {
  const observations = new Map<string, Observation>();
  const hung = new Map<string, number>();
  const broke = new Map<string, Problem>();
  const lines: ConsoleLine[] = [];
  let truncated = false;
  let barren = 0;
  let left: Task[] = job.tasks;
  let device: CompleteRun['device'] = { backend: 'cpu' };
  let patience = limits;
  for (let attempt = 0; attempt <= RESTARTS; attempt++) {
    const outcome = await runner.run({ ...job, tasks: left }, patience, on);
    device = outcome.device;
    for (const observation of outcome.observations) observations.set(observation.task, observation);
    lines.push(...outcome.console.lines);
    truncated ||= outcome.console.truncated;
    const stopped = stoppedAt(outcome, left);
    const { problem } = outcome;
    if (problem && (observations.size === 0 || stopped === undefined) && LOADING.includes(problem.code)) {
      return { device, observations, hung, broke, problem, console: { lines, truncated } };
    }
    if (stopped === undefined) break;
    if (problem?.code === 'device-lost' && attempt === 0) {
      left = left.filter(({ id }) => !observations.has(id));
      continue;
    }
    if (outcome.hung !== undefined) {
      hung.set(stopped, Math.min(patience.heartbeatMs, patience.totalMs) / 1000);
      patience = afterHang(patience);
    } else if (problem) broke.set(stopped, problem);
    left = withoutCheckOf(left, stopped).filter(({ id }) => !observations.has(id));
    if (outcome.observations.length === 0) barren += 1;
    if (left.length === 0 || barren === BARREN || hung.size === HANGS) break;
  }
  return { device, observations, hung, broke, console: { lines, truncated } };
}
