import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GET as getLayers } from '@/app/api/layers/route';
import { POST as startRegrade } from '@/app/api/regrades/route';
import { MyLayersSchema } from '@/contracts/layers';
import { db, disconnect, pool } from '@/server/db';
import type { TakenRun } from '@/server/grader/take-run';
import { Visitor } from './accounts/visitor';
import { graderWith, reportOn } from './graders';
import { Learner } from './learner';
import { DENSE, NET, RELU } from './manifest';

const versions = vi.hoisted(() => ({ now: 'v1' }));

vi.mock('@/server/exercise-manifest', async () => {
  const { readManifest, getExercise } = (await import('./manifest')).manifestOfTests();
  return { readManifest, getExercise: async (id: string) => ({ ...(await getExercise(id)), version: versions.now }) };
});

let taken: TakenRun[] = [];
let grader: ReturnType<typeof graderWith>;

beforeEach(async () => {
  versions.now = 'v1';
  taken = [];
  await pool.query('DELETE FROM pgboss.job; DELETE FROM regrade; DELETE FROM "user"');
  grader = graderWith(async (run) => {
    taken.push(run);
    return { ...reportOn(run), version: versions.now };
  });
  await grader.start();
});
afterEach(() => grader.stop(0));
afterAll(disconnect);

async function pass(learner: Learner, exercise: string, source: string): Promise<void> {
  const { id } = await learner.submit({ exercise, source });
  await learner.verdictOn(id);
}

async function layersOf(visitor: Visitor) {
  const { layers } = MyLayersSchema.parse((await visitor.call(getLayers, 'GET')).body);
  return Object.fromEntries(layers.map(({ exercise, source }) => [exercise, source]));
}

/** What the grader was given as the library of this submission. */
async function libraryOf(learner: Learner, source: string) {
  const { id } = await learner.submit({ exercise: NET, source });
  await learner.verdictOn(id);
  return taken.find((run) => run.source === source)?.layers;
}

test('the library is what was passed, the latest of each', async () => {
  const learner = await Learner.guest();
  await pass(learner, DENSE, 'right, first');
  await pass(learner, DENSE, 'right, second');
  await pass(learner, DENSE, 'wrong, third');
  await pass(learner, RELU, 'wrong');
  expect(await layersOf(learner)).toEqual({ [DENSE]: 'right, second' });
  expect(await libraryOf(learner, 'right net')).toEqual({ [DENSE]: 'right, second' });
});

test('nobody has a library before their first pass', async () => {
  expect(await layersOf(new Visitor())).toEqual({});
  const learner = await Learner.guest();
  expect(await layersOf(learner)).toEqual({});
  expect(await libraryOf(learner, 'right net')).toEqual({});
});

test("another learner's sources never get in", async () => {
  const [one, other] = [await Learner.guest(), await Learner.guest()];
  await pass(one, DENSE, 'right, of one');
  await pass(other, RELU, 'right, of the other');
  expect(await layersOf(one)).toEqual({ [DENSE]: 'right, of one' });
  expect(await libraryOf(one, 'right net of one')).toEqual({ [DENSE]: 'right, of one' });
  expect(await libraryOf(other, 'right net of the other')).toEqual({ [RELU]: 'right, of the other' });
});

test('a regrade sees the library that the submission was made with', async () => {
  const learner = await Learner.guest();
  await pass(learner, DENSE, 'right, then');
  await libraryOf(learner, 'right net');
  await pass(learner, DENSE, 'right, later');
  await db.user.update({ where: { id: await learner.id() }, data: { isAdmin: true, isAnonymous: false } });
  versions.now = 'v2';
  const input = { exercise: NET, cohort: null, which: 'outdated', reason: 'another library?' };
  expect(await learner.call(startRegrade, 'POST', input)).toMatchObject({ status: 201 });
  await vi.waitUntil(() => taken.filter(({ source }) => source === 'right net').length === 2, { timeout: 20_000 });
  const seen = taken.filter(({ source }) => source === 'right net').map(({ layers }) => layers);
  expect(seen).toEqual([{ [DENSE]: 'right, then' }, { [DENSE]: 'right, then' }]);
  expect(await layersOf(learner)).toEqual({ [DENSE]: 'right, later' });
});

test('an exercise without a library keeps none', async () => {
  const learner = await Learner.guest();
  await pass(learner, DENSE, 'right');
  await pass(learner, RELU, 'right too');
  expect(taken.map(({ layers }) => layers)).toEqual([{}, {}]);
});
