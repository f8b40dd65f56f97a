import { expect, test } from 'vitest';
import { runTasks } from './run-tasks';
import type { Job, Runner, RunOutcome, Task } from './task';
import { returned } from './testing/observations';

const task = (id: string): Task => ({ id, do: 'call', fn: 'f', args: [] });
const jobOf = (...ids: string[]): Job => ({ source: '', entries: ['f'], forbidden: [], tasks: ids.map(task) });
const limits = { heartbeatMs: 1, totalMs: 1 };
const outcome = (ids: string[], more: Partial<RunOutcome> = {}): RunOutcome => ({
  device: { backend: 'cpu' },
  observations: ids.map((id) => returned(id, null)),
  console: { lines: [], truncated: false },
  ...more,
});

/** A runner that does what is listed, one outcome per run, and keeps the tasks and heartbeats that it was given. */
function scripted(...outcomes: RunOutcome[]): { runner: Runner; given: string[][]; patience: number[] } {
  const given: string[][] = [];
  const patience: number[] = [];
  const runner: Runner = {
    async run(job, { heartbeatMs }) {
      patience.push(heartbeatMs);
      given.push(job.tasks.map(({ id }) => id));
      return outcomes[given.length - 1] ?? outcome([]);
    },
  };
  return { runner, given, patience };
}

test('after a hang the rest is run again without the check that hung', async () => {
  const { runner, given } = scripted(outcome(['a/0'], { hung: 'b/0' }), outcome(['c/0']));
  const run = await runTasks(runner, jobOf('a/0', 'b/0', 'b/1', 'c/0'), limits);
  expect(given).toEqual([['a/0', 'b/0', 'b/1', 'c/0'], ['c/0']]);
  expect([...run.hung.keys()]).toEqual(['b/0']);
  expect([...run.observations.keys()]).toEqual(['a/0', 'c/0']);
});

test('code that hangs at every first call is given up after two runs', async () => {
  const { runner, given } = scripted(outcome([], { hung: 'a/0' }), outcome([], { hung: 'b/0' }));
  const run = await runTasks(runner, jobOf('a/0', 'b/0', 'c/0'), limits);
  expect(given).toHaveLength(2);
  expect([...run.hung.keys()]).toEqual(['a/0', 'b/0']);
});

test('after a hang the next is waited for a quarter as long, and the report says how long', async () => {
  const { runner, patience } = scripted(outcome(['a/0'], { hung: 'b/0' }), outcome(['c/0'], { hung: 'd/0' }));
  const run = await runTasks(runner, jobOf('a/0', 'b/0', 'c/0', 'd/0'), { heartbeatMs: 8000, totalMs: 60_000 });
  expect(patience).toEqual([8000, 2000]);
  expect([...run.hung]).toEqual([
    ['b/0', 8],
    ['d/0', 2],
  ]);
});

test('after two hangs the rest is left, however much was observed between them', async () => {
  const { runner, given } = scripted(
    outcome(['a/0'], { hung: 'b/0' }),
    outcome(['c/0'], { hung: 'd/0' }),
    outcome(['e/0']),
  );
  const run = await runTasks(runner, jobOf('a/0', 'b/0', 'c/0', 'd/0', 'e/0'), limits);
  expect(given).toHaveLength(2);
  expect([...run.observations.keys()]).toEqual(['a/0', 'c/0']);
});

test('a task that ends the process costs its own check only', async () => {
  const problem = { code: 'out-of-memory' as const, message: { en: 'memory', ko: '메모리' } };
  const { runner } = scripted(outcome(['a/0'], { problem }), outcome(['c/0']));
  const run = await runTasks(runner, jobOf('a/0', 'b/0', 'c/0'), limits);
  expect([...run.broke]).toEqual([['b/0', problem]]);
  expect([...run.observations.keys()]).toEqual(['a/0', 'c/0']);
});

test('code that cannot be loaded is not tried again', async () => {
  const problem = { code: 'load-error' as const, message: { en: 'no', ko: '아니오' } };
  const { runner, given } = scripted(outcome([], { problem }));
  const run = await runTasks(runner, jobOf('a/0', 'b/0'), limits);
  expect(given).toHaveLength(1);
  expect(run.problem).toEqual(problem);
});

test('after a lost device everything that is left is run once more', async () => {
  const problem = { code: 'device-lost' as const, message: { en: 'lost', ko: '손실' } };
  const { runner, given } = scripted(outcome(['a/0'], { problem }), outcome(['b/0']));
  const run = await runTasks(runner, jobOf('a/0', 'b/0'), limits);
  expect(given[1]).toEqual(['b/0']);
  expect(run.broke.size).toBe(0);
});
