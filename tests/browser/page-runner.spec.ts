import { expect, type Page, test } from '@playwright/test';
import type { PageRunner, PageRunnerOptions } from '@/grading/browser/page-runner';
import { compile } from '@/grading/compile';
import type { Job, Limits, Observation, RunOutcome, WireValue } from '@/grading/task';
import { decodeTensor, type EncodedTensor, encodeTensor } from '@/grading/tensor-data';
import { findChromium, SHARED_GPU_FLAGS } from '@/scripts/chromium';
import { type RunnerSite, startRunnerSite } from './runner-site';

declare global {
  var createPageRunner: (options: PageRunnerOptions) => PageRunner;
  var runner: PageRunner;
  var stopping: AbortController;
}

test.use({ launchOptions: { executablePath: findChromium() ?? undefined, args: SHARED_GPU_FLAGS } });

let site: RunnerSite;
test.beforeAll(async () => {
  site = await startRunnerSite();
});
test.afterAll(() => site.close());

const LIMITS: Limits = { heartbeatMs: 1500, totalMs: 30_000 };
/** A slow machine takes long to hand out memory. */
const PATIENT: Limits = { heartbeatMs: 25_000, totalMs: 30_000 };
const X: WireValue = { $tensor: encodeTensor({ dtype: 'float32', shape: [2], values: Float32Array.from([1, -2]) }) };

const job = (source: string, calls = 1): Job => ({
  source: `const tf = require('@tensorflow/tfjs-core'); ${source}`,
  entries: ['f'],
  forbidden: [],
  tasks: Array.from({ length: calls }, (_, index) => ({ id: `t${index}`, do: 'call', fn: 'f', args: [X] })),
});

async function openRunner(page: Page, urls: Partial<RunnerSite['runners']> = {}): Promise<void> {
  await page.goto(site.url);
  await page.evaluate(
    (all) => {
      globalThis.runner = createPageRunner({ urls: all });
    },
    { ...site.runners, ...urls },
  );
}

/** The same worker on the CPU in WebGPU's place, for what has nothing to do with the device: it is ready sooner. */
const openQuickRunner = (page: Page) => openRunner(page, { webgpu: site.runners.cpu });

/** Jobs and outcomes cross as JSON text: Playwright's own types would expand the recursive ones without end. */
async function run(page: Page, work: Job, limits = LIMITS): Promise<RunOutcome> {
  const text = await page.evaluate(
    async (given) => {
      const [asked, within] = JSON.parse(given);
      return JSON.stringify(await runner.run(asked, within));
    },
    JSON.stringify([work, limits]),
  );
  return JSON.parse(text);
}

/** What an observation says besides its task and its result. */
const QUIET: Omit<Observation, 'task' | 'result'> = { ms: 0, leaked: 0, inputs: 'intact', kernels: {}, peakBytes: 0 };

const right = job('exports.f = (x) => tf.relu(x);');

function valuesOf(outcome: RunOutcome): number[] {
  const result: unknown = outcome.observations[0]?.result;
  const { value } = result as { value: { $tensor: EncodedTensor } };
  return [...decodeTensor(value.$tensor).values];
}

test('sums of more tensors than a shader has buffers for are right on WebGPU, and leak nothing', async ({ page }) => {
  await openRunner(page);
  const sum = job('exports.f = (x) => tf.tidy(() => tf.addN(Array.from({ length: 30 }, (_, i) => tf.mul(x, i))));');
  const outcome = await run(page, sum, PATIENT);
  expect(outcome.device).toMatchObject({ backend: 'webgpu' });
  expect(valuesOf(outcome)).toEqual([435, -870]);
  expect(outcome.observations[0]).toMatchObject({ leaked: 0, kernels: { AddN: 1 } });
});

/** Operations that move elements or repeat them, on `x` with as many axes as `axes`: a name with what makes it. */
const MOVES: Readonly<Record<string, string>> = {
  pad: 'tf.pad(x, axes.map((i) => [i % 2, (i + 1) % 3]), 7)',
  slice: 'tf.slice(x, axes.map(() => 1), axes.map((i) => (i < 2 ? 1 : -1)))',
  transpose: 'tf.transpose(x, [...axes].reverse())',
  tile: 'tf.tile(x, axes.map((i) => 1 + (i % 2)))',
  reverse: 'tf.reverse(x, axes.filter((i) => i % 2 === 1))',
  gather: "tf.gather(x, tf.tensor1d([1, 0, 1], 'int32'), 3)",
  concat: 'tf.concat([x, x], 2)',
  unstack: 'tf.unstack(x, 1)[1]',
  split: 'tf.split(x, 2, 1)[1]',
  broadcast: 'tf.add(x, tf.slice(x, axes.map(() => 0), axes.map((i) => (i % 2 ? 1 : -1))))',
  where: 'tf.where(tf.greater(x, 20), x, tf.neg(x))',
  sum: 'tf.sum(x, [1, 3])',
  max: 'tf.max(x, 4)',
  softmax: 'tf.softmax(x)',
};

for (const rank of [5, 6]) {
  test(`what moves elements of ${rank} axes moves them on WebGPU as on the CPU`, async ({ page }) => {
    const shape = [2, 2, 3, 2, 2, 3].slice(0, rank);
    const x = { dtype: 'float32' as const, shape, values: Float32Array.from({ length: 2 ** 4 * 9 }, (_, i) => i + 1) };
    x.values = x.values.slice(
      0,
      shape.reduce((all, length) => all * length, 1),
    );
    const names = Object.keys(MOVES);
    const functions = names.map((name) => `exports.${name} = (x) => tf.tidy(() => ${MOVES[name]});`);
    const moving: Job = {
      ...job(`const axes = ${JSON.stringify([...shape.keys()])}; ${functions.join('\n')}`),
      entries: names,
      tasks: names.map((fn) => ({ id: fn, do: 'call', fn, args: [{ $tensor: encodeTensor(x) }] })),
    };
    await openRunner(page);
    const onGpu = await run(page, moving, PATIENT);
    expect(onGpu.device.backend).toBe('webgpu');
    await openQuickRunner(page);
    const onCpu = await run(page, moving, PATIENT);
    for (const [i, { task, result }] of onCpu.observations.entries()) {
      const [expected, actual] = [result, onGpu.observations[i]?.result].map((one) => {
        if (one?.type !== 'returned') return one;
        const { shape, values } = decodeTensor((one.value as { $tensor: EncodedTensor }).$tensor);
        return { shape, values: [...values].map((value) => Math.round(value * 1e4) / 1e4) };
      });
      expect(expected, task).not.toHaveProperty('thrown');
      expect.soft(actual, task).toEqual(expected);
    }
    expect(onGpu.observations.map(({ leaked }) => leaked)).toEqual(names.map(() => 0));
  });
}

test('code runs on WebGPU, and the adapter is named', async ({ page }) => {
  await openRunner(page);
  const outcome = await run(page, right);
  expect(outcome.device).toEqual({ backend: 'webgpu', adapter: expect.any(String) });
  expect(valuesOf(outcome)).toEqual([1, 0]);
});

test('gradients are computed on WebGPU', async ({ page }) => {
  await openRunner(page);
  const outcome = await run(page, {
    ...right,
    tasks: [
      {
        id: 'g',
        do: 'vjp',
        fn: 'f',
        args: [X],
        wrt: [[0]],
        output: [],
        upstream: (X as { $tensor: EncodedTensor }).$tensor,
      },
    ],
  });
  const result: unknown = outcome.observations[0]?.result;
  const { gradients } = result as { gradients: EncodedTensor[] };
  expect(gradients.map((gradient) => [...decodeTensor(gradient).values])).toEqual([[1, -0]]);
});

test('each run has a worker of its own: nothing is left of the one before', async ({ page }) => {
  await openQuickRunner(page);
  const leaving = 'let count = 0; globalThis.left ??= 0; exports.f = () => [++count, ++globalThis.left];';
  const first = await run(page, job(leaving));
  const second = await run(page, job(leaving));
  expect(first.observations[0]?.result).toEqual({ type: 'returned', value: [1, 1] });
  expect(second.observations[0]?.result).toEqual(first.observations[0]?.result);
});

test('two workers wait warm, so that a second run need not wait for one to start', async ({ page }) => {
  const started: string[] = [];
  page.on('worker', (worker) => started.push(worker.url()));
  await openQuickRunner(page);
  await page.evaluate(() => runner.warmUp());
  await expect.poll(() => page.workers().length).toBe(2);
  await run(page, right);
  await expect.poll(() => started.length).toBe(3);
});

test('workers compile what the last run launched, and give the same values', async ({ page }) => {
  await openRunner(page);
  const work = job('exports.f = (x) => tf.tidy(() => tf.concat([tf.tanh(x), tf.gather(x, [1]), tf.cumsum(x)]));');
  const outcomes = [await run(page, work), await run(page, work), await run(page, work)];
  for (const outcome of outcomes) {
    expect(outcome.device.backend).toBe('webgpu');
    expect(valuesOf(outcome).map((value) => Number(value.toFixed(4)))).toEqual([0.7616, -0.964, -2, 1, -1]);
  }
});

test('a worker that waits is told what the last run launched, and so is the next', async ({ page }) => {
  site.addRunnerScript(
    'telling.js',
    `let told = 'nothing';
    postMessage({ type: 'ready' });
    onmessage = ({ data }) => {
      if (data.warm) { told = data.warm[0].kernel; return; }
      const task = data.tasks[0].id;
      const result = { type: 'returned', value: told };
      postMessage({ type: 'started', task });
      postMessage({ type: 'observation', observation: { ...${JSON.stringify(QUIET)}, task, result } });
      postMessage({ type: 'launched', launches: [{ kernel: 'Tanh', inputs: { x: { shape: [2], dtype: 'float32' } }, attrs: {} }] });
      postMessage({ type: 'done' });
    };`,
  );
  await openRunner(page, { webgpu: '/runner/telling.js' });
  await page.evaluate(() => runner.warmUp());
  await expect.poll(() => page.workers().length).toBe(2);
  const told = [];
  for (let i = 0; i < 3; i++) told.push((await run(page, right)).observations[0]?.result);
  expect(told).toMatchObject([{ value: 'nothing' }, { value: 'Tanh' }, { value: 'Tanh' }]);
});

test('values that are read at once are right on WebGPU, and nothing else is written to the console', async ({
  page,
}) => {
  await openRunner(page);
  const printing = job(
    'exports.f = (x) => { const y = tf.mul(x, 1.5); console.log(y); y.print(); return y.dataSync()[1]; };',
  );
  const { console, device, observations } = await run(page, printing, PATIENT);
  expect(device.backend).toBe('webgpu');
  expect(observations[0]?.result).toEqual({ type: 'returned', value: -3 });
  const text = 'Tensor float32 [2]\n[1.5, -3]';
  expect(console.lines).toEqual([
    { level: 'log', task: 't0', text },
    { level: 'log', task: 't0', text },
  ]);
});

const badLuck: [string, string, Record<string, unknown>][] = [
  ['an endless loop', 'exports.f = () => { for (;;); };', { hung: 't0', observations: [] }],
  ['an endless loop while loading', 'for (;;);', { problem: { code: 'load-timeout' } }],
  [
    'an endless microtask loop',
    'exports.f = async () => { for (;;) await null; };',
    { observations: [{ result: { invalid: { what: 'promise' } } }] },
  ],
  ['a promise', 'exports.f = async (x) => x;', { observations: [{ result: { invalid: { what: 'promise' } } }] }],
  [
    'a thrown non-Error',
    'exports.f = () => { throw { code: 1 }; };',
    { observations: [{ result: { thrown: { name: 'NonError', message: '{"code":1}' } } }] },
  ],
  [
    'a disposed result',
    'exports.f = (x) => { const y = tf.neg(x); y.dispose(); return y; };',
    { observations: [{ result: { invalid: { what: 'disposed-tensor' } } }] },
  ],
  [
    '10 MB of console output',
    'exports.f = () => { for (let i = 0; i < 1e4; i++) console.log("x".repeat(1000)); return 1; };',
    { console: { truncated: true }, observations: [{ result: { value: 1 } }] },
  ],
  [
    'an infinite chain of getters',
    'exports.f = () => { const o = { get a() { return this.a; } }; return o.a; };',
    { observations: [{ result: { thrown: { name: 'RangeError' } } }] },
  ],
];
for (const [name, source, expected] of badLuck) {
  test(`${name} is named, and the next run works at once`, async ({ page }) => {
    await openQuickRunner(page);
    expect(await run(page, job(source))).toMatchObject(expected);
    expect(valuesOf(await run(page, right))).toEqual([1, 0]);
  });
}

const filling: [string, string][] = [
  ['an array', 'const all = []; for (let i = 0; ; i++) all.push(i + 0.5);'],
  ['nested arrays', 'const all = []; while (true) all.push(new Array(1e5).fill(1.5));'],
  ['typed arrays', 'const all = []; for (;;) all.push(new Float32Array(1e7));'],
  ['an array that doubles', 'let all = [1]; do all = all.concat(all); while (all);'],
  ['objects in a map', 'const all = new Map(); for (let i = 0; ; i++) all.set(i, { row: new Array(1e4).fill(i) });'],
  ['what catches every error', 'const all = []; for (;;) try { for (;;) all.push(new Array(1e5).fill(0)); } catch {}'],
];
for (const [what, loop] of filling) {
  test(`a loop that fills the memory with ${what} is named, and the next run works at once`, async ({ page }) => {
    await openQuickRunner(page);
    const compiled = compile(`export function f() {\n  ${loop}\n}`, { entries: ['f'], forbidden: [] });
    const outcome = await run(page, job(compiled.ok ? compiled.source : ''), PATIENT);
    expect(outcome.problem).toMatchObject({
      code: 'out-of-memory',
      location: { line: 2 },
      message: { en: expect.stringContaining('`all`'), ko: expect.stringContaining('`all`') },
    });
    expect(valuesOf(await run(page, right))).toEqual([1, 0]);
  });
}

test('a text that doubles ends by itself', async ({ page }) => {
  await openQuickRunner(page);
  const { observations } = await run(page, job('exports.f = () => { let s = "x"; for (;;) s += s; };'), PATIENT);
  expect(observations[0]?.result).toMatchObject({ thrown: { message: 'Invalid string length' } });
  expect(valuesOf(await run(page, right))).toEqual([1, 0]);
});

test('slow code that keeps launching kernels is not taken for stuck', async ({ page }) => {
  await openQuickRunner(page);
  const source = `exports.f = (x) => {
    const end = tf.util.now() + 6500;
    let y = x;
    while (tf.util.now() < end) y = tf.tidy(() => tf.neg(y));
    return y;
  };`;
  const { observations } = await run(page, job(source), { heartbeatMs: 3000, totalMs: 30_000 });
  expect(observations[0]?.result.type).toBe('returned');
});

test('the total limit ends code that launches kernels for ever', async ({ page }) => {
  await openQuickRunner(page);
  const endless = job('exports.f = (x) => { for (;;) tf.neg(x).dispose(); };');
  expect(await run(page, endless, { heartbeatMs: 1500, totalMs: 2000 })).toMatchObject({ hung: 't0' });
});

test('without WebGPU the next backend is used, and the reason is told in both languages', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { value: undefined }));
  await openRunner(page);
  const outcome = await run(page, right);
  expect(outcome.device.backend).toMatch(/^(webgl|cpu)$/);
  expect(outcome.device.fallback?.en).toContain('WebGPU');
  expect(outcome.device.fallback?.ko).toContain('WebGPU');
  expect(valuesOf(outcome)).toEqual([1, 0]);
});

test('without WebGPU and WebGL the CPU is used', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { value: undefined }));
  site.addRunnerScript('broken.js', 'throw new Error("no WebGL");');
  await openRunner(page, { webgl: '/runner/broken.js' });
  const outcome = await run(page, right);
  expect(outcome.device.backend).toBe('cpu');
  expect(valuesOf(outcome)).toEqual([1, 0]);
});

test('a backend whose known answers are wrong is not used', async ({ page }) => {
  site.addRunnerScript('wrong.js', 'postMessage({ type: "unusable", reason: "wrong-answer", detail: "conv2d" });');
  await openRunner(page, { webgpu: '/runner/wrong.js' });
  const { device } = await run(page, right);
  expect(device.backend).not.toBe('webgpu');
  expect(device.fallback?.en).toContain('conv2d');
});

test('a worker that says what it may not is stopped', async ({ page }) => {
  site.addRunnerScript('forger.js', 'postMessage({ type: "ready" }); onmessage = () => postMessage({ passed: true });');
  await openRunner(page, { webgpu: '/runner/forger.js' });
  expect(await run(page, right)).toMatchObject({ problem: { code: 'protocol-violation' }, observations: [] });
});

test('when the device is lost, the job is run again on the next backend and the page says so', async ({ page }) => {
  site.addRunnerScript('lost.js', 'postMessage({ type: "ready" }); onmessage = () => postMessage({ type: "lost" });');
  await openRunner(page, { webgpu: '/runner/lost.js' });
  const outcome = await run(page, right);
  expect(outcome.device.backend).not.toBe('webgpu');
  expect(outcome.device.fallback?.en).toContain('lost');
  expect(valuesOf(outcome)).toEqual([1, 0]);
});

test('what a device cannot do is not taken for what the code gives', async ({ page }) => {
  await openRunner(page);
  // A shader of the library's own that does not compile for five axes: on WebGPU it gives zeros, and throws nothing.
  const outcome = await run(
    page,
    job(`exports.f = (x) => {
      const five = tf.reshape(x, [1, 1, 1, 1, 2]);
      return tf.reshape(tf.mirrorPad(five, [[0, 0], [0, 0], [0, 0], [0, 0], [1, 1]], 'reflect'), [-1]);
    };`),
    PATIENT,
  );
  expect(outcome.device.backend).toMatch(/^(webgl|cpu)$/);
  expect(outcome.device.fallback?.en).toMatch(/^WebGPU failed: .*WGSL/);
  expect(valuesOf(outcome)).toEqual([-2, 1, -2, 1]);
});

test('a worker that is slow to start beside a run says nothing of the device', async ({ page }) => {
  await page.clock.install();
  site.addRunnerScript('silent.js', '');
  await page.goto(site.url);
  const endless = JSON.stringify(job('exports.f = () => { for (;;); };'));
  await page.evaluate(
    async ({ cpu, work }) => {
      const urls = { webgpu: cpu, webgl: cpu, cpu };
      // The worker that waits beside the run does not come up; whatever is started after it does.
      globalThis.runner = createPageRunner({ urls, onDevice: () => (urls.webgpu = '/runner/silent.js') });
      await runner.warmUp();
      globalThis.stopping = new AbortController();
      const { signal } = stopping;
      runner.run(JSON.parse(work), { heartbeatMs: 1e6, totalMs: 1e6 }, { signal }).catch(() => {});
      await Promise.resolve();
      urls.webgpu = cpu;
    },
    { cpu: site.runners.cpu, work: endless },
  );
  await page.clock.fastForward(61_000);
  await page.evaluate(() => stopping.abort());
  expect((await run(page, right)).device).toEqual({ backend: 'webgpu' });
});

test('when every device is lost, the problem says so', async ({ page }) => {
  site.addRunnerScript('lost.js', 'postMessage({ type: "ready" }); onmessage = () => postMessage({ type: "lost" });');
  await openRunner(page, { webgpu: '/runner/lost.js', webgl: '/runner/lost.js', cpu: '/runner/lost.js' });
  expect(await run(page, right)).toMatchObject({ problem: { code: 'device-lost' } });
});

test('a run can be aborted, and the next one works', async ({ page }) => {
  await openQuickRunner(page);
  const work = job('let first = true; exports.f = () => { if (!first) for (;;); first = false; return 1; };', 2);
  const aborted = await page.evaluate(
    async (given) => {
      const [asked, limits] = JSON.parse(given);
      const controller = new AbortController();
      const running = runner.run(asked, limits, {
        observation: () => controller.abort(new Error('stopped by the learner')),
        signal: controller.signal,
      });
      return running.then(
        () => 'finished',
        (error: Error) => error.message,
      );
    },
    JSON.stringify([work, LIMITS]),
  );
  expect(aborted).toBe('stopped by the learner');
  expect(valuesOf(await run(page, right))).toEqual([1, 0]);
});

test('a run that is aborted while its worker warms up never starts, and the next one works', async ({ page }) => {
  await openQuickRunner(page);
  const aborted = await page.evaluate(
    async (given) => {
      const [asked, limits] = JSON.parse(given);
      const controller = new AbortController();
      const running = runner.run(asked, limits, { signal: controller.signal });
      controller.abort(new Error('stopped by the learner'));
      return running.then(
        () => 'finished',
        (error: Error) => error.message,
      );
    },
    JSON.stringify([job('exports.f = () => { for (;;); };'), LIMITS]),
  );
  expect(aborted).toBe('stopped by the learner');
  expect(valuesOf(await run(page, right))).toEqual([1, 0]);
});
