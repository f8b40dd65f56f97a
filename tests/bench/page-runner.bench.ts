import { chromium } from '@playwright/test';
import type { PageRunner, PageRunnerOptions } from '@/grading/browser/page-runner';
import type { WireValue } from '@/grading/task';
import { encodeTensor } from '@/grading/tensor-data';
import { CHROMIUM_FLAGS, findChromium } from '@/scripts/chromium';
import { startRunnerSite } from '../browser/runner-site';
import { type Measurement, measurement } from './measurement';

declare global {
  var createPageRunner: (options: PageRunnerOptions) => PageRunner;
}

export const names = ['grade.page'];

const X: WireValue = {
  $tensor: encodeTensor({ dtype: 'float32', shape: [4, 3], values: Float32Array.from({ length: 12 }, (_, i) => i) }),
};
/** Twelve small checks, as an exercise of the first units has them. */
const JOB = {
  source: "const tf = require('@tensorflow/tfjs-core'); exports.f = (x) => tf.tidy(() => tf.softmax(tf.relu(x)));",
  entries: ['f'],
  forbidden: [],
  tasks: Array.from({ length: 12 }, (_, index) => ({ id: `t${index}`, do: 'call', fn: 'f', args: [X] })),
};

/** The same twelve calls by the learner's own code, in one: what grading them one by one costs more. */
const BARE = {
  ...JOB,
  source: `const tf = require('@tensorflow/tfjs-core');
    exports.f = (x) => Array.from({ length: 12 }, () => tf.tidy(() => tf.softmax(tf.relu(x))));`,
  tasks: JOB.tasks.slice(0, 1),
};

/** The same number of checks on kernels that are not compiled in advance. */
const UNUSUAL = {
  ...JOB,
  source: `const tf = require('@tensorflow/tfjs-core');
    exports.f = (x) => tf.tidy(() => tf.elu(tf.cos(tf.sin(tf.tan(tf.atan(tf.cosh(tf.sinh(tf.round(x)))))))));`,
};

/** Runs in the page: a run of what no run has launched before, against one after it, each in a worker that waited. */
async function timeRepetition(given: string): Promise<{ first: number[]; again: number[] }> {
  const { urls, job, runs } = JSON.parse(given);
  const limits = { heartbeatMs: 30_000, totalMs: 60_000 };
  const first: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < runs; run++) {
    const runner = createPageRunner({ urls });
    for (const times of [first, again]) {
      // Until what is compiled in advance is compiled, in the second worker that waits as well.
      await runner.warmUp();
      await new Promise((resolve) => setTimeout(resolve, 5000));
      const start = performance.now();
      await runner.run(job, limits);
      times.push(performance.now() - start);
    }
    runner.close();
  }
  return { first, again };
}

/** Runs in the page: how many times as long twelve graded calls take as the same twelve in one, both warm, pair by pair. */
async function timeOverhead(given: string): Promise<number[]> {
  const { urls, job, bare, runs } = JSON.parse(given);
  const limits = { heartbeatMs: 30_000, totalMs: 60_000 };
  const runner = createPageRunner({ urls });
  const timeOf = async (one: typeof job) => {
    await runner.warmUp();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const start = performance.now();
    await runner.run(one, limits);
    return performance.now() - start;
  };
  // The first of each compiles what the others find compiled.
  await timeOf(job);
  await timeOf(bare);
  const ratios: number[] = [];
  for (let run = 0; run < runs; run++) ratios.push((await timeOf(job)) / (await timeOf(bare)));
  runner.close();
  return ratios;
}

/** Runs in the page: times of runs whose worker waited warm, and of runs that had to start it. */
async function timeRuns(given: string): Promise<{ backend: string; warm: number[]; cold: number[] }> {
  const { urls, job, runs } = JSON.parse(given);
  const limits = { heartbeatMs: 30_000, totalMs: 60_000 };
  const warm: number[] = [];
  const cold: number[] = [];
  let backend = '';
  for (let run = 0; run < runs; run++) {
    const fresh = createPageRunner({ urls });
    const coldStart = performance.now();
    await fresh.run(job, limits);
    cold.push(performance.now() - coldStart);
    backend = (await fresh.warmUp()).backend;
    const warmStart = performance.now();
    await fresh.run(job, limits);
    warm.push(performance.now() - warmStart);
    fresh.close();
  }
  return { backend, warm, cold };
}

/** Time of a run of twelve small checks in the page, on the backend that this Chromium has and on the CPU. */
export async function measure(): Promise<Measurement[]> {
  const site = await startRunnerSite();
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  await page.goto(site.url);
  // What names functions of a module that tsx has compiled; they are run in the page.
  await page.evaluate('globalThis.__name = (value) => value');
  const results: Measurement[] = [];
  for (const urls of [site.runners, { ...site.runners, webgpu: site.runners.cpu }]) {
    const { backend, warm, cold } = await page.evaluate(timeRuns, JSON.stringify({ urls, job: JOB, runs: 7 }));
    const device = urls === site.runners ? backend : 'cpu';
    results.push(
      measurement(`grade.page.${device}.warm.p50`, warm, 'ms', '12 small checks in a fresh worker that waited warm'),
      measurement(`grade.page.${device}.cold.p50`, cold, 'ms', 'the same with no worker waiting'),
      measurement(
        `grade.page.${device}.overheadRatio`,
        await page.evaluate(timeOverhead, JSON.stringify({ urls, job: JOB, bare: BARE, runs: 7 })),
        '×',
        'the 12 graded one by one, to the same 12 calls in one',
      ),
    );
  }
  const { first, again } = await page.evaluate(
    timeRepetition,
    JSON.stringify({ urls: site.runners, job: UNUSUAL, runs: 5 }),
  );
  const shares = again.map((time, run) => time / (first[run] ?? Number.NaN));
  results.push(
    measurement('grade.page.webgpu.unusual', first, 'ms', 'as warm, with eight kernels that are seldom used'),
    measurement('grade.page.webgpu.repetition', shares, '×', 'the run after it to that one'),
  );
  await browser.close();
  await site.close();
  return results;
}
