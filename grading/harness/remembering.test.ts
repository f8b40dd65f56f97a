import { expect, test } from 'vitest';
import type { Job, Runner, RunOutcome } from '../task';
import { remembering } from './remembering';

const NO_LIMITS = { heartbeatMs: 1, totalMs: 1 };
const job = (source: string): Job => ({ source, entries: ['f'], forbidden: [], tasks: [] });

function counting() {
  const ran: string[] = [];
  const runner: Runner = {
    run: async ({ source }) => {
      ran.push(source);
      if (source === 'breaks') throw new Error('broken');
      return { device: { backend: 'cpu' }, observations: [], console: { lines: [], truncated: false } } as RunOutcome;
    },
  };
  return { ran, runner };
}

test('the same job runs once, also while it is still running; another runs for itself', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner);
  const [first, again] = await Promise.all([kept.run(job('a'), NO_LIMITS), kept.run(job('a'), NO_LIMITS)]);
  expect(again).toBe(first);
  await kept.run(job('b'), NO_LIMITS);
  expect(ran).toEqual(['a', 'b']);
});

test('the oldest is forgotten first', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner, 2);
  for (const source of ['a', 'b', 'c', 'b', 'a']) await kept.run(job(source), NO_LIMITS);
  expect(ran).toEqual(['a', 'b', 'c', 'a']);
});

test('what broke is tried again', async () => {
  const { ran, runner } = counting();
  const kept = remembering(runner);
  await expect(kept.run(job('breaks'), NO_LIMITS)).rejects.toThrow('broken');
  await expect(kept.run(job('breaks'), NO_LIMITS)).rejects.toThrow('broken');
  expect(ran).toEqual(['breaks', 'breaks']);
});
