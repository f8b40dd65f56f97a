import { expect, test } from 'vitest';
import type { Job, Observation, Runner, Task } from '../task';
import { remembering } from './remembering';

const NO_LIMITS = { heartbeatMs: 1, totalMs: 1 };
const call = (id: string): Task => ({ id, do: 'call', fn: 'f', args: [] });
const job = (source: string, ids: readonly string[], more: Partial<Job> = {}): Job => ({
  ...{ source, entries: ['f'], forbidden: [], tasks: ids.map(call) },
  ...more,
});

/** A runner that tells which tasks it ran, as `SOURCE:TASKS`, and stops at a task of the name `c/stuck`. */
function counting() {
  const ran: string[] = [];
  const runner: Runner = {
    run: async ({ source, tasks }, _limits, on) => {
      ran.push(`${source}:${tasks.map(({ id }) => id)}`);
      if (source === 'breaks') throw new Error('broken');
      const stuck = tasks.findIndex(({ id }) => id === 'c/stuck');
      const observations = tasks.slice(0, stuck < 0 ? undefined : stuck).map(
        ({ id }): Observation => ({
          ...{ task: id, ms: ran.length, leaked: 0, inputs: 'intact', kernels: {}, peakBytes: 0 },
          result: { type: 'returned', value: `${source} ${id}` },
        }),
      );
      for (const observation of observations) on?.observation?.(observation);
      return { device: { backend: 'cpu' }, observations, console: { lines: [], truncated: false } };
    },
  };
  return { ran, runner };
}

const tasksOf = async (outcome: ReturnType<Runner['run']>) => (await outcome).observations.map(({ task }) => task);

test('of a job only those checks run that the same code did not run on yet, and all are told in its order', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner);
  const told: string[] = [];
  const on = { observation: ({ task }: Observation) => told.push(task) };
  const [first, again] = await Promise.all([
    tasksOf(kept.run(job('x', ['a/0', 'a/1']), NO_LIMITS)),
    tasksOf(kept.run(job('x', ['b/0', 'a/0', 'a/1', 'c/0']), NO_LIMITS, on)),
  ]);
  expect([first, again]).toEqual([
    ['a/0', 'a/1'],
    ['b/0', 'a/0', 'a/1', 'c/0'],
  ]);
  expect(ran).toEqual(['x:a/0,a/1', 'x:b/0,c/0']);
  expect(told.sort()).toEqual(['a/0', 'a/1', 'b/0', 'c/0']);
});

test.each<[what: string, other: Job]>([
  ['other code', job('y', ['a/0', 'a/1'])],
  ['other rules', job('x', ['a/0', 'a/1'], { forbidden: ['tf.relu'] })],
  ['other layers', job('x', ['a/0', 'a/1'], { layers: [{ exercise: 'e', source: '', entries: ['f'], views: {} }] })],
  ['a part of a check, whose later tasks may use the earlier ones', job('x', ['a/1'])],
])('%s runs for itself', async (_what, other) => {
  const { ran, runner } = counting();
  const kept = remembering(runner);
  await kept.run(job('x', ['a/0', 'a/1']), NO_LIMITS);
  await kept.run(other, NO_LIMITS);
  expect(ran).toHaveLength(2);
});

test('of drivers the one that a task names must be the same, others may differ', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner);
  const driven = (drivers: Record<string, string>) =>
    kept.run(job('x', [], { tasks: [{ id: 'a/0', do: 'drive', driver: 'd', args: [] }], drivers }), NO_LIMITS);
  await driven({ d: '1' });
  await driven({ d: '1', other: '1' });
  await driven({ d: '2' });
  expect(ran).toHaveLength(2);
});

test('a check that was not seen to its end is run again', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner);
  await kept.run(job('x', ['a/0', 'c/0', 'c/stuck']), NO_LIMITS);
  await kept.run(job('x', ['a/0', 'c/0', 'c/stuck']), NO_LIMITS);
  expect(ran).toEqual(['x:a/0,c/0,c/stuck', 'x:c/0,c/stuck']);
});

test('code without tasks is loaded each time, since it may be wrong itself', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner);
  await kept.run(job('x', []), NO_LIMITS);
  await kept.run(job('x', []), NO_LIMITS);
  expect(ran).toEqual(['x:', 'x:']);
});

test('the oldest is forgotten first', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner, 2);
  for (const id of ['a/0', 'b/0', 'c/0', 'b/0', 'a/0']) await kept.run(job('x', [id]), NO_LIMITS);
  expect(ran).toEqual(['x:a/0', 'x:b/0', 'x:c/0', 'x:a/0']);
});

test('what broke is tried again', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner);
  await expect(kept.run(job('breaks', ['a/0']), NO_LIMITS)).rejects.toThrow('broken');
  await expect(kept.run(job('breaks', ['a/0']), NO_LIMITS)).rejects.toThrow('broken');
  expect(ran).toHaveLength(2);
});
