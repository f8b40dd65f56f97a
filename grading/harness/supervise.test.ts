import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Job, Observation } from '../task';
import { MAX_CONSOLE_CHARACTERS } from './console-capture';
import { type Supervision, supervise } from './supervise';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const job: Job = {
  source: '',
  entries: ['f'],
  forbidden: [],
  tasks: [
    { id: 'a', do: 'call', fn: 'f', args: [] },
    { id: 'b', do: 'call', fn: 'f', args: [] },
  ],
};
const watch = (): Supervision => supervise(job, { heartbeatMs: 1000, totalMs: 5000 }, { backend: 'cpu' });

const observationOf = (task: string): Observation => ({
  task,
  ms: 1,
  result: { type: 'returned', value: 1 },
  leaked: 0,
  inputs: 'intact',
  kernels: {},
  peakBytes: 0,
});
const started = (task: string) => ({ type: 'started', task });
const observed = (task: string) => ({ type: 'observation', observation: observationOf(task) });

function receiveAll(supervision: Supervision, messages: unknown[]): Supervision {
  for (const message of messages) supervision.receive(message);
  return supervision;
}

test('a run that does all its tasks has every observation and no problem', async () => {
  const run = receiveAll(watch(), [started('a'), observed('a'), started('b'), observed('b'), { type: 'done' }]);
  expect(await run.outcome).toEqual({
    device: { backend: 'cpu' },
    observations: [observationOf('a'), observationOf('b')],
    console: { lines: [], truncated: false },
  });
});

test('a task that gives no sign of life is named as hung, with what came before it', async () => {
  const run = receiveAll(watch(), [started('a'), observed('a'), started('b')]);
  await vi.advanceTimersByTimeAsync(1200);
  expect(await run.outcome).toMatchObject({ hung: 'b', observations: [{ task: 'a' }] });
});

test('signs of life keep a task running until the total time is over', async () => {
  const run = receiveAll(watch(), [started('a')]);
  const beating = setInterval(() => run.receive({ type: 'beat' }), 500);
  const settled = vi.fn();
  run.outcome.then(settled);
  await vi.advanceTimersByTimeAsync(4900);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  clearInterval(beating);
  expect(settled).toHaveBeenCalledWith(expect.objectContaining({ hung: 'a' }));
});

test('a message that was on its way when the time was over still counts', async () => {
  const run = receiveAll(watch(), [started('a')]);
  await vi.advanceTimersByTimeAsync(1050);
  receiveAll(run, [observed('a'), started('b'), observed('b'), { type: 'done' }]);
  expect(await run.outcome).not.toHaveProperty('hung');
});

test('a module that never finishes loading is a load timeout', async () => {
  const run = watch();
  await vi.advanceTimersByTimeAsync(1200);
  expect(await run.outcome).toMatchObject({ problem: { code: 'load-timeout' } });
});

test.each<[string, unknown[]]>([
  ['no message at all', [null]],
  ['an unknown message', [{ type: 'passed', score: 100 }]],
  ['a task that was not asked for', [started('c')]],
  ['a task out of turn', [started('b')]],
  ['two tasks at once', [started('a'), started('b')]],
  ['a result without a start', [observed('a')]],
  ['a result of another task', [started('a'), observed('b')]],
  ['a result twice', [started('a'), observed('a'), observed('a')]],
  ['an end before the last task', [started('a'), observed('a'), { type: 'done' }]],
  [
    'a result that is no number',
    [started('a'), { type: 'observation', observation: { ...observationOf('a'), leaked: '0' } }],
  ],
])('%s is a violation of the protocol', async (_, messages) => {
  expect(await receiveAll(watch(), messages).outcome).toMatchObject({ problem: { code: 'protocol-violation' } });
});

test('console lines are bounded here as well, whatever the process sends', async () => {
  const line = { type: 'console', line: { level: 'log', text: 'x'.repeat(MAX_CONSOLE_CHARACTERS / 4) } };
  const run = receiveAll(watch(), [...Array(9).fill(line), started('a'), observed('a'), started('b'), observed('b')]);
  run.receive({ type: 'done' });
  expect((await run.outcome).console).toMatchObject({ truncated: true, lines: { length: 4 } });
});

test('what arrives after the end changes nothing', async () => {
  const run = receiveAll(watch(), [{ type: 'passed' }, started('a'), observed('a')]);
  expect((await run.outcome).observations).toEqual([]);
});
