import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { POST as decide, GET as readRegrade } from '@/app/api/regrades/[id]/route';
import { GET as listRegrades, POST as startRegrade } from '@/app/api/regrades/route';
import { type RegradeInput, RegradePreviewSchema, RegradeSchema } from '@/contracts/regrade';
import { db, disconnect, pool } from '@/server/db';
import type { TakenRun } from '@/server/grader/take-run';
import { graderWith, reportOn } from './graders';
import { Learner } from './learner';
import { DENSE } from './manifest';

const versions = vi.hoisted(() => ({ now: 'v1' }));

vi.mock('@/server/exercise-manifest', async () => {
  const { readManifest, getExercise } = (await import('./manifest')).manifestOfTests();
  const present = <T extends { version: string }>(exercise: T): T => ({ ...exercise, version: versions.now });
  return {
    readManifest: async () => {
      const { exercises, ...rest } = await readManifest();
      return { ...rest, exercises: exercises.map(present) };
    },
    getExercise: async (id: string) => present(await getExercise(id)),
  };
});

/** The second version of the exercise takes what begins with `late` for right, too, and no longer `right but slow`. */
async function grade(run: TakenRun) {
  const v2 = versions.now === 'v2';
  if (run.source.startsWith('broken') && v2) throw new Error('no grader can grade it');
  const passes = v2 ? /^(right$|late)/.test(run.source) : run.source.startsWith('right');
  return { ...reportOn({ ...run, source: passes ? 'right' : 'wrong' }), version: versions.now };
}

let grader: ReturnType<typeof graderWith>;

beforeEach(async () => {
  versions.now = 'v1';
  await pool.query('DELETE FROM pgboss.job; DELETE FROM regrade; DELETE FROM "user"; DELETE FROM cohort');
  grader = graderWith(grade);
  await grader.start();
});
afterEach(() => grader.stop(0));
afterAll(disconnect);

/** Somebody with a password in all but name, who may be an instructor. */
async function member(name: string): Promise<Learner> {
  const learner = await Learner.guest();
  await db.user.update({ where: { id: await learner.id() }, data: { isAnonymous: false, name } });
  return learner;
}

async function admin(): Promise<Learner> {
  const person = await member('Admin');
  await db.user.update({ where: { id: await person.id() }, data: { isAdmin: true } });
  return person;
}

async function cohort(slug: string, people: [Learner, 'LEARNER' | 'INSTRUCTOR' | 'ASSISTANT'][]): Promise<string> {
  const enrolments = await Promise.all(people.map(async ([person, role]) => ({ userId: await person.id(), role })));
  const { id } = await db.cohort.create({
    data: { slug, name: slug, joinCode: slug, startsOn: new Date(), enrolments: { create: enrolments } },
  });
  return id;
}

async function handIn(learner: Learner, ...sources: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const source of sources) {
    const { id } = await learner.submit({ source });
    await learner.verdictOn(id);
    ids.push(id);
  }
  return ids;
}

function ask(person: Learner, input: Partial<RegradeInput> = {}) {
  const whole = { exercise: DENSE, cohort: null, which: 'outdated', reason: 'Late answers count, too.', ...input };
  return person.call(startRegrade, 'POST', whole);
}

async function start(person: Learner, input: Partial<RegradeInput> = {}): Promise<string> {
  const { status, body } = await ask(person, input);
  expect(status).toBe(201);
  return RegradeSchema.parse((body as { regrade: unknown }).regrade).id;
}

const contextOf = (id: string) => ({ context: { params: Promise.resolve({ id }) } });

async function preview(person: Learner, id: string) {
  const { body } = await person.call(readRegrade, 'GET', undefined, contextOf(id));
  return RegradePreviewSchema.parse((body as { regrade: unknown }).regrade);
}

function graded(person: Learner, id: string) {
  return vi.waitUntil(
    async () => {
      const regrade = await preview(person, id);
      return regrade.waiting === 0 && regrade;
    },
    { timeout: 40_000, interval: 100 },
  );
}

const say = (person: Learner, id: string, decision: 'accept' | 'discard') =>
  person.call(decide, 'POST', { decision }, contextOf(id));

test('a regrade shows old and new before anything changes, and changes all at once when it is accepted', async () => {
  const staff = await admin();
  const [ada, bo] = [await member('Ada'), await member('Bo')];
  const [, late] = await handIn(ada, 'wrong', 'late', 'right');
  await handIn(bo, 'right but slow');
  const standings = () => db.exerciseProgress.findMany({ orderBy: { userId: 'asc' }, omit: { updatedAt: true } });
  const before = await standings();
  versions.now = 'v2';

  const id = await start(staff);
  const regrade = await graded(staff, id);
  expect(regrade).toMatchObject({ total: 4, failed: 0, changed: 2, nowPass: 1, nowFail: 1, version: 'v2' });
  expect(
    regrade.changes.map(({ learner, number, before, after }) => [learner.name, number, before?.passed, after.passed]),
  ).toEqual([
    ['Ada', 2, false, true],
    ['Bo', 1, true, false],
  ]);
  expect(regrade.changes[0]).toMatchObject({
    submission: late,
    before: { score: 4, version: 'v1' },
    after: { score: 10 },
  });
  expect(regrade.standings).toMatchObject([
    { learner: { name: 'Bo' }, before: { state: 'passed', bestScore: 10 }, after: { state: 'trying', bestScore: 4 } },
  ]);

  // Nobody but staff has seen any of it.
  expect(await standings()).toEqual(before);
  expect((await ada.submissions()).map(({ passed }) => passed)).toEqual([true, false, false]);
  const events = await db.outboxEvent.count();

  expect((await say(staff, id, 'accept')).status).toBe(200);
  expect((await ada.submissions()).map(({ passed, version }) => [passed, version])).toEqual([
    [true, 'v2'],
    [true, 'v2'],
    [false, 'v2'],
  ]);
  expect((await bo.me()).exercises[DENSE]).toMatchObject({ state: 'trying', bestScore: 4, attempts: 1 });
  // The pass is as old as what now passes, not as the regrade.
  const { createdAt } = await db.submission.findUniqueOrThrow({ where: { id: late } });
  const { firstPassedAt } = await db.exerciseProgress.findFirstOrThrow({ where: { userId: await ada.id() } });
  expect(firstPassedAt).toEqual(createdAt);
  expect(await db.outboxEvent.count()).toBeGreaterThan(events);
  expect(await db.notification.findMany({ select: { kind: true, userId: true, subject: true } })).toContainEqual({
    ...{ kind: 'regrade', userId: await ada.id(), subject: (await ada.submissions())[0]?.id },
  });
  // Every run is kept, and the preview still says what was changed.
  expect(await db.gradingRun.count()).toBe(8);
  expect(await preview(staff, id)).toMatchObject({
    decision: 'accepted',
    decidedBy: 'Admin',
    changed: 2,
    standings: [],
  });
});

test('a regrade uses the seeds of the first grading', async () => {
  const staff = await admin();
  await handIn(await member('Ada'), 'right');
  versions.now = 'v2';
  await graded(staff, await start(staff));
  const seeds = (await db.gradingRun.findMany()).map(({ seed }) => seed);
  expect(seeds).toHaveLength(2);
  expect(new Set(seeds).size).toBe(1);
});

test('a discarded regrade leaves everything as it was, keeps its runs, and is decided for good', async () => {
  const staff = await admin();
  const ada = await member('Ada');
  await handIn(ada, 'late');
  versions.now = 'v2';
  const id = await start(staff);
  await graded(staff, id);
  expect((await say(staff, id, 'discard')).status).toBe(200);
  expect((await ada.me()).exercises[DENSE]).toMatchObject({ state: 'trying' });
  expect(await db.gradingRun.count({ where: { regradeId: id, status: 'GRADED' } })).toBe(1);
  expect((await say(staff, id, 'accept')).status).toBe(409);
});

test('discarded early, what waits is not graded any more', async () => {
  const staff = await admin();
  const ada = await member('Ada');
  await handIn(ada, 'late', 'late again');
  await grader.stop(0);
  versions.now = 'v2';
  const id = await start(staff);
  expect((await say(staff, id, 'accept')).status).toBe(409);
  expect((await say(staff, id, 'discard')).status).toBe(200);
  grader = graderWith(grade);
  await grader.start();
  await vi.waitUntil(async () => {
    const { rows } = await pool.query("SELECT 1 FROM pgboss.job WHERE state IN ('created', 'retry', 'active')");
    return rows.length === 0;
  });
  expect(await db.gradingRun.count({ where: { regradeId: id, status: 'GRADED' } })).toBe(0);
});

test('what cannot be graded keeps the result that it has', async () => {
  const staff = await admin();
  const ada = await member('Ada');
  const [id = ''] = await handIn(ada, 'broken');
  versions.now = 'v2';
  const regrade = await start(staff);
  // Its tries are used up: the third failure is final.
  await pool.query('UPDATE pgboss.job SET retry_limit = 0');
  expect(await graded(staff, regrade)).toMatchObject({ failed: 1, changed: 0 });
  expect((await say(staff, regrade, 'accept')).status).toBe(200);
  expect(await ada.submission(id)).toMatchObject({ status: 'graded', version: 'v1' });
});

test('a submission that waits for its first grading is not held up, nor taken in', async () => {
  const staff = await admin();
  const ada = await member('Ada');
  await handIn(ada, 'late');
  await grader.stop(0);
  await ada.submit({ source: 'right' });
  versions.now = 'v2';
  const id = await start(staff);
  expect(await preview(staff, id)).toMatchObject({ total: 1, waiting: 1 });
  // Members first: the fresh one counts although the regrade is not decided.
  grader = graderWith(grade, 1);
  await grader.start();
  await vi.waitUntil(async () => (await ada.me()).exercises[DENSE]?.attempts === 2, { timeout: 20_000 });
  expect((await ada.me()).exercises[DENSE]).toMatchObject({ state: 'passed' });
});

test('an exercise that changed meanwhile makes a regrade one to discard', async () => {
  const staff = await admin();
  await handIn(await member('Ada'), 'late');
  versions.now = 'v2';
  const id = await start(staff);
  await graded(staff, id);
  versions.now = 'v3';
  expect(await preview(staff, id)).toMatchObject({ isOutdated: true });
  expect((await say(staff, id, 'accept')).status).toBe(409);
  expect((await say(staff, id, 'discard')).status).toBe(200);
});

test('when nothing is outdated there is nothing to do, unless all are asked for', async () => {
  const staff = await admin();
  await handIn(await member('Ada'), 'late');
  expect(await ask(staff)).toEqual({ status: 201, body: { regrade: null } });
  expect(await graded(staff, await start(staff, { which: 'all' }))).toMatchObject({ total: 1, changed: 0 });
});

test('an instructor regrades their own cohort and sees nothing of others', async () => {
  const teacher = await member('Teacher');
  const stranger = await member('Stranger');
  const assistant = await member('Assistant');
  const [ada, bo] = [await member('Ada'), await member('Bo')];
  const own = await cohort('own', [
    [teacher, 'INSTRUCTOR'],
    [assistant, 'ASSISTANT'],
    [ada, 'LEARNER'],
  ]);
  const other = await cohort('other', [
    [stranger, 'INSTRUCTOR'],
    [bo, 'LEARNER'],
  ]);
  await handIn(ada, 'late');
  await handIn(bo, 'late');
  versions.now = 'v2';

  const id = await start(teacher, { cohort: own });
  expect(await graded(teacher, id)).toMatchObject({ total: 1, changes: [{ learner: { name: 'Ada' } }] });
  const forbidden = [
    ask(teacher),
    ask(teacher, { cohort: other }),
    ask(assistant, { cohort: own }),
    ask(ada, { cohort: own }),
  ];
  for (const { status } of await Promise.all(forbidden)) expect(status).toBe(403);
  for (const person of [stranger, assistant, ada]) {
    expect((await person.call(readRegrade, 'GET', undefined, contextOf(id))).status).toBe(404);
    expect((await say(person, id, 'accept')).status).toBe(404);
    const { body } = await person.call(listRegrades, 'GET', undefined, { query: { exercise: DENSE } });
    expect(body).toMatchObject({ regrades: [], everybody: false });
    expect(JSON.stringify(body)).not.toContain(own);
  }
  const guest = await Learner.guest();
  expect((await ask(guest)).status).toBe(401);
  const { body } = await teacher.call(listRegrades, 'GET', undefined, { query: { exercise: DENSE } });
  expect(body).toMatchObject({ regrades: [{ id }], everybody: false, cohorts: [{ id: own }] });
});
