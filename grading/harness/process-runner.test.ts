import { afterEach, expect, test } from 'vitest';
import type { Job } from '../task';
import { encodeTensor } from '../tensor-data';
import { inProcessRunner } from './in-process';
import { createProcessRunner, type ProcessRunner } from './process-runner';

const LIMITS = { heartbeatMs: 60_000, totalMs: 60_000 };
const x = { $tensor: encodeTensor({ dtype: 'float32', shape: [3], values: Float32Array.of(1, 2, 3) }) };

const job = (body: string): Job => ({
  source: `const tf = require('@tensorflow/tfjs-core'); exports.f = (x) => { ${body} };`,
  ...{ entries: ['f'], forbidden: [], tasks: [{ id: 'a', do: 'call', fn: 'f', args: [x] }] },
});

let processes: ProcessRunner | undefined;
afterEach(() => processes?.close());

test('a run gives what it gives in this process', async () => {
  processes = createProcessRunner(1);
  const square = job('console.log("seen"); return tf.square(x);');
  const seen: string[] = [];
  const outcome = await processes.run(square, LIMITS, { observation: ({ task }) => seen.push(task) });
  const here = await inProcessRunner.run(square, LIMITS);
  const timeless = ({ observations, ...rest }: typeof outcome) => ({
    ...rest,
    observations: observations.map(({ ms: _, ...observation }) => observation),
  });
  expect(timeless(outcome)).toEqual(timeless(here));
  expect(seen).toEqual(['a']);
});

test('while one is at work, another run goes on', async () => {
  processes = createProcessRunner(2);
  const { run, close } = processes;
  const endless = run(job('for (;;);'), LIMITS);
  const settled = Promise.allSettled([endless]);
  const { observations } = await run(job('return x;'), LIMITS);
  expect(observations[0]?.result.type).toBe('returned');
  close();
  expect((await settled)[0].status).toBe('rejected');
});

test('runs that find no free process wait for one', async () => {
  processes = createProcessRunner(1);
  const { run } = processes;
  const outcomes = await Promise.all([1, 2, 3].map(() => run(job('return tf.neg(x);'), LIMITS)));
  expect(outcomes.map(({ observations }) => observations[0]?.result.type)).toEqual(Array(3).fill('returned'));
});

test('a process that ends rejects its run, and the next run gets another', async () => {
  processes = createProcessRunner(1);
  await expect(processes.run(job('process.exit(3);'), LIMITS)).rejects.toThrow('ended: 3');
  const { observations } = await processes.run(job('return x;'), LIMITS);
  expect(observations[0]?.result.type).toBe('returned');
});

test('closing rejects what is not over', async () => {
  processes = createProcessRunner(1);
  const runs = [1, 2].map(() => processes?.run(job('for (;;);'), LIMITS));
  const settled = Promise.allSettled(runs);
  processes.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
