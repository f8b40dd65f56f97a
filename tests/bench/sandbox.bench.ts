import { createSandboxPool } from '@/grading/sandbox/pool';
import type { Job, WireValue } from '@/grading/task';
import { encodeTensor } from '@/grading/tensor-data';
import { buildRunners } from '@/scripts/build-runner/build';
import { type Measurement, measurement, median } from './measurement';

export const names = ['sandbox'];

const tensor = (shape: number[]): WireValue => {
  const values = new Float32Array(shape.reduce((size, extent) => size * extent, 1)).map((_, index) => Math.sin(index));
  return { $tensor: encodeTensor({ dtype: 'float32', shape, values }) };
};

const args = [tensor([2, 9, 9, 2]), tensor([3, 3, 2, 4])];
/** A small submission: convolution and pooling, forward and both gradients. */
const SUBMISSION: Job = {
  source: `const tf = require('@tensorflow/tfjs-core');
    exports.f = (x, w) => tf.tidy(() => tf.maxPool(tf.conv2d(x, w, 1, 'valid'), 2, 2, 'valid'));`,
  entries: ['f'],
  forbidden: [],
  tasks: [
    { id: 'value', do: 'call', fn: 'f', args },
    {
      id: 'gradient',
      do: 'vjp',
      fn: 'f',
      args,
      wrt: [[0], [1]],
      output: [],
      upstream: encodeTensor({ dtype: 'float32', shape: [2, 3, 3, 4], values: new Float32Array(72).fill(1) }),
    },
  ],
};
const LIMITS = { heartbeatMs: 20_000, totalMs: 60_000 };

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Time from a submission to its last observation when a process waits warm, and all it takes when none does. */
async function latencies(runs: number): Promise<Measurement[]> {
  const pool = createSandboxPool({ size: 1 });
  await pool.run(SUBMISSION, LIMITS);
  const warm: number[] = [];
  for (let run = 0; run < runs; run++) {
    // The pool is idle between submissions: the next process has warmed up.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    warm.push(await timeOf(() => pool.run(SUBMISSION, LIMITS)));
  }
  await pool.close();
  const cold: number[] = [];
  for (let run = 0; run < runs; run++) {
    const fresh = createSandboxPool({ size: 1 });
    cold.push(await timeOf(() => fresh.run(SUBMISSION, LIMITS)));
    await fresh.close();
  }
  return [
    measurement('sandbox.warm', warm, 'ms', 'conv + pool, forward and gradients, pool idle'),
    measurement('sandbox.cold', cold, 'ms', 'the same with no process waiting'),
    measurement('sandbox.warmToCold', [median(warm) / median(cold)], '×', 'aim: at most a third'),
  ];
}

async function throughput(submissions: number): Promise<Measurement> {
  const pool = createSandboxPool();
  await pool.run(SUBMISSION, LIMITS);
  const ms = await timeOf(() => Promise.all(Array.from({ length: submissions }, () => pool.run(SUBMISSION, LIMITS))));
  await pool.close();
  return measurement('sandbox.sustained', [(submissions * 1000) / ms], 'per s', `${submissions} submissions at once`);
}

/** Latency of one small submission, and how many a second are sustained. */
export async function measure(): Promise<Measurement[]> {
  await buildRunners(process.cwd());
  return [...(await latencies(11)), await throughput(48)];
}
