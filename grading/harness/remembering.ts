import { createHash } from 'node:crypto';
import type { Job, Limits, Observation, RunListeners, Runner, RunOutcome, Task } from '../task';
import { checkOf } from '../task-ids';

/** Checks of one exercise whose observations are worth keeping: its reference's, its oracle's and its known mistakes', on a few seeds. */
const MOST = 1500;

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64');

/** The tasks of each check, which are run together: later ones may use what earlier ones returned. */
function byCheck(tasks: readonly Task[]): Task[][] {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const group = groups.get(checkOf(task.id));
    if (group) group.push(task);
    else groups.set(checkOf(task.id), [task]);
  }
  return [...groups.values()];
}

/**
 * A runner that keeps what it last observed of some code on some checks. For proofs and studies, which grade much on the same
 * inputs, and run a known mistake both as a learner's code and to recognise it by: what code does on a check is seen once.
 *
 * What is remembered tells `on` its observations again, and neither points of curves nor console output.
 *
 * @param runner sees the same each time that the same code does the same; one job at a time is given to it
 * @param most checks that are kept; of more, the oldest are forgotten
 */
export function remembering(runner: Runner, most = MOST): Runner {
  const seen = new Map<string, Observation[]>();
  let device: RunOutcome['device'] = { backend: 'cpu' };
  let last: Promise<unknown> = Promise.resolve();

  async function runNew(job: Job, limits: Limits, on: RunListeners): Promise<RunOutcome> {
    const { tasks, drivers = {} } = job;
    const code = hashOf([job.source, job.entries, job.forbidden, job.layers ?? []]);
    const groups = byCheck(tasks).map((group) => {
      const named = group.map((task) => (task.do === 'drive' ? drivers[task.driver] : null));
      const key = hashOf([code, named, group]);
      return { group, key, known: seen.get(key) };
    });
    const known = groups.flatMap((one) => one.known ?? []);
    for (const observation of known) on.observation?.(observation);
    const missing = groups.filter((one) => !one.known).flatMap(({ group }) => group);
    // Code without tasks is still loaded, so that what is wrong with it is told.
    if (missing.length === 0 && tasks.length > 0) {
      return { device, observations: known, console: { lines: [], truncated: false } };
    }
    const outcome = await runner.run({ ...job, tasks: missing }, limits, on);
    device = outcome.device;
    const observed = new Map([...known, ...outcome.observations].map((one) => [one.task, one]));
    for (const { group, key } of groups) {
      const whole = group.flatMap(({ id }) => observed.get(id) ?? []);
      if (whole.length === group.length) seen.set(key, whole);
    }
    while (seen.size > most) seen.delete(seen.keys().next().value as string);
    return { ...outcome, observations: tasks.flatMap(({ id }) => observed.get(id) ?? []) };
  }

  return {
    run(job, limits, on = {}) {
      const outcome = last.then(() => runNew(job, limits, on));
      last = outcome.catch(() => {});
      return outcome;
    },
  };
}
