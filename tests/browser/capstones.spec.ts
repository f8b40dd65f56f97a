import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { LAYERS, libraryOf } from '@/contracts/layers';
import { referenceLibrary } from '@/exercises/reference-library';
import type { SessionEvent, startTrainingSession, TrainingSession } from '@/grading/browser/training-session';
import { compile } from '@/grading/compile';
import { compileLayers } from '@/grading/compile-layers';
import type { Library } from '@/grading/library';
import { ablationsOf, NETS } from '@/grading/training/presets';
import type { RoomJob } from '@/grading/training/room';
import type { Switches } from '@/grading/training/trainer';
import { type RunnerSite, startRunnerSite } from './runner-site';

declare global {
  var startTraining: typeof startTrainingSession;
  var training: TrainingSession;
  var told: SessionEvent[];
}

interface Capstone {
  /** As in the names of tests. */
  name: string;
  id: string;
  /** Of `answers/`. */
  answer: string;
  /** As the exercise's own check has it: so many steps on batches of 10 out of 20 images, and the most that the last five losses may be in the mean; guessing has 2.30. */
  steps: number;
  most: number;
}
const RESNET: Capstone = {
  name: 'small ResNet',
  id: '06-cnn-architectures/small-resnet',
  answer: 'layers-as-functions',
  steps: 10,
  most: 1.4,
};
const VGG: Capstone = {
  name: 'small VGG',
  id: '06-cnn-architectures/small-vgg',
  answer: 'rows-of-windows',
  steps: 14,
  most: 1.6,
};
const ALEXNET: Capstone = {
  name: 'small AlexNet',
  id: '06-cnn-architectures/small-alexnet',
  answer: 'layers-in-a-row',
  steps: 30,
  most: 1.8,
};
const DENSENET: Capstone = {
  name: 'small DenseNet',
  id: '06-cnn-architectures/small-densenet',
  answer: 'layers-as-functions',
  steps: 14,
  most: 1.45,
};
const CAPSTONES = [RESNET, VGG, DENSENET, ALEXNET];

/** Images that a net is judged on where nobody looks at how well it does. */
const JUDGED = 6;

// Software WebGPU trains a net in half a minute on a machine that has nothing else to do.
test.describe.configure({ timeout: 300_000 });

let site: RunnerSite;
test.beforeAll(async () => {
  site = await startRunnerSite();
});
test.afterAll(() => site.close());

/** The whole net of an exercise, in its training room. */
const wholeOf = ({ id }: Capstone): Switches => Object.fromEntries((NETS[id] ?? []).map((name) => [name, true]));

function jobOf(source: string, library: Library, part: Partial<RoomJob['options']> = {}): RoomJob {
  const compiled = compile(source, { entries: ['createNet', 'forward'], forbidden: [], library });
  if (!compiled.ok) throw new Error(compiled.problem.message.en);
  const linked = compileLayers(library, compiled.layers);
  if (!linked.ok) throw new Error(linked.problem.message.en);
  const switches = wholeOf(RESNET);
  const options = { seed: 1, images: 40, batch: 4, lr: 0.01, steps: RESNET.steps, judged: JUDGED, switches, ...part };
  return { source: compiled.source, forbidden: [], layers: linked.layers, options };
}

/** Begins a training on the software WebGPU adapter; what it tells is kept in the page. */
async function train(page: Page, job: RoomJob): Promise<void> {
  await page.evaluate(
    ([urls, text]) => {
      globalThis.told = [];
      globalThis.training = startTraining(urls, JSON.parse(text), (event) => told.push(event));
    },
    [{ webgpu: site.runners.webgpu, webgl: site.runners.webgl, cpu: site.runners.cpu }, JSON.stringify(job)] as const,
  );
}

async function open(page: Page): Promise<void> {
  await page.goto(site.url);
}

/** Events so far; crosses as text, since Playwright's own types would expand recursive ones without end. */
const events = async (page: Page): Promise<SessionEvent[]> =>
  JSON.parse(await page.evaluate(() => JSON.stringify(told)));

const ask = (page: Page, request: 'pause' | 'resume' | 'judge' | 'export') =>
  page.evaluate((one) => training.ask(one), request);

async function until<T extends SessionEvent['type']>(page: Page, type: T, count = 1) {
  await page.waitForFunction(
    ([one, least]) => told.filter((event) => event.type === one).length >= least,
    [type, count] as const,
    { timeout: 250_000 },
  );
  return (await events(page)).filter((event) => event.type === type) as Extract<SessionEvent, { type: T }>[];
}

const lossesOf = async (page: Page): Promise<number[]> =>
  (await events(page)).flatMap((event) => (event.type === 'step' && event.loss !== null ? [event.loss] : []));

const source = (name: string, { id }: Capstone = RESNET) => readFileSync(`exercises/${id}/${name}.ts`, 'utf8');
const meanOfLast = (losses: readonly number[]) => losses.slice(-5).reduce((sum, loss) => sum + loss) / 5;

/** A library as a learner may have it: of each layer's exercise, the first of its `answers/`. */
function learnersLibrary(): Library {
  const sources = LAYERS.map(({ exercise }) => {
    const folder = `exercises/${exercise}/answers`;
    const [first] = readdirSync(folder).sort();
    return [exercise, readFileSync(`${folder}/${first}`, 'utf8')];
  });
  return libraryOf(Object.fromEntries(sources));
}

async function expectToLearn(page: Page, { steps, most }: Capstone): Promise<void> {
  await until(page, 'finished');
  const device = (await events(page)).find((event) => event.type === 'device');
  expect(device).toMatchObject({ device: { backend: 'webgpu' } });
  const losses = await lossesOf(page);
  expect(losses).toHaveLength(steps);
  expect(meanOfLast(losses)).toBeLessThan(most);
}

for (const net of CAPSTONES) {
  const options = { images: 20, batch: 10, judged: 20, steps: net.steps, switches: wholeOf(net) };

  test(`the ${net.name} of references reaches the threshold on the software WebGPU adapter`, async ({ page }) => {
    await open(page);
    await train(page, jobOf(source('reference', net), await referenceLibrary(), options));
    await expectToLearn(page, net);
  });

  test(`so does the ${net.name} of learner-style solutions, net and layers`, async ({ page }) => {
    await open(page);
    await train(page, jobOf(source(`answers/${net.answer}`, net), learnersLibrary(), options));
    await expectToLearn(page, net);
  });

  test(`a switch takes its part out of the ${net.name}`, async ({ page }) => {
    await open(page);
    const library = await referenceLibrary();
    const losses: number[][] = [];
    for (const { switches } of ablationsOf(NETS[net.id] ?? [])) {
      await train(page, jobOf(source('reference', net), library, { steps: 1, switches }));
      await until(page, 'finished');
      losses.push(await lossesOf(page));
    }
    expect(new Set(losses.flat()).size).toBe(3);
  });
}

test('a training that was paused goes on as if it had not been', async ({ page }) => {
  await open(page);
  const job = jobOf(source('reference'), await referenceLibrary(), { steps: 4 });
  await train(page, job);
  await until(page, 'finished');
  const straight = await lossesOf(page);
  await train(page, job);
  await until(page, 'step');
  await ask(page, 'pause');
  await until(page, 'paused');
  const before = (await lossesOf(page)).length;
  await ask(page, 'judge');
  const [judged] = await until(page, 'judged');
  // Nothing has moved while it was judged.
  expect([judged?.at, judged?.labels.length, (await lossesOf(page)).length]).toEqual([before, JUDGED, before]);
  await ask(page, 'resume');
  await until(page, 'finished');
  expect(await lossesOf(page)).toEqual(straight);
});

test('weights that were exported are taken up again, and others are refused by name', async ({ page }) => {
  await open(page);
  const job = jobOf(source('reference'), await referenceLibrary(), { steps: 2 });
  await train(page, job);
  await until(page, 'finished');
  const [judged] = await until(page, 'judged');
  await ask(page, 'export');
  const [weights] = await until(page, 'weights');
  const { parameters = {}, statistics = {}, at = 0 } = weights ?? {};
  expect(Object.keys(parameters)).toContain('block3.proj.gamma');
  await train(page, { ...job, options: { ...job.options, steps: 3 }, weights: { parameters, statistics, step: at } });
  await ask(page, 'judge');
  const [again] = await until(page, 'judged');
  expect(again).toEqual(judged);
  const { 'head.b': _without, ...fewer } = parameters;
  await train(page, { ...job, weights: { parameters: fewer, statistics, step: at } });
  expect(await until(page, 'unfit')).toEqual([{ type: 'unfit', name: 'head.b' }]);
});

test('a net whose switch changes its parameters starts with those', async ({ page }) => {
  await open(page);
  const library = await referenceLibrary();
  for (const [stacked, parameters] of [
    [true, 18_894],
    [false, 17_350],
  ] as const) {
    const switches = { ...wholeOf(VGG), stacked };
    await train(page, jobOf(source('reference', VGG), library, { steps: 1, switches }));
    expect(await until(page, 'started')).toEqual([{ type: 'started', parameters }]);
  }
});

test('a loss that is no number ends the training, and says so', async ({ page }) => {
  await open(page);
  const broken = source('reference').replace(
    'logits: gapHead(',
    'logits: tf.log(tf.mul(-1, tf.ones([4, 10]))) ?? gapHead(',
  );
  await train(page, jobOf(broken, await referenceLibrary()));
  await until(page, 'finished');
  expect((await events(page)).filter(({ type }) => type === 'step')).toEqual([
    { type: 'step', at: 1, loss: null, accuracy: expect.any(Number) },
  ]);
});

test('what the net throws is told', async ({ page }) => {
  await open(page);
  const broken = source('reference').replace('const moved: Tensors = {};', "throw new RangeError('no shapes fit');");
  await train(page, jobOf(broken, await referenceLibrary()));
  expect(await until(page, 'threw')).toMatchObject([{ thrown: { name: 'RangeError', message: 'no shapes fit' } }]);
});
