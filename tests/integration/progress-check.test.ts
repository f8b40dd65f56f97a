import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { db, disconnect, pool } from '@/server/db';
import { checkProgress } from '@/server/progress/check';
import { graderWith, reportOn } from './graders';
import { Learner } from './learner';
import { DENSE, LONG } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let grader: ReturnType<typeof graderWith>;
let ada: Learner;
let bo: Learner;

beforeAll(async () => {
  grader = graderWith(async (run) => reportOn(run));
  await grader.start();
  [ada, bo] = [await Learner.guest(), await Learner.guest()];
  for (const source of ['wrong', 'right', 'wrong']) await ada.verdictOn((await ada.submit({ source })).id);
  await bo.verdictOn((await bo.submit({ source: 'wrong' })).id);
  await grader.stop(0);
});
afterAll(disconnect);

const rowOf = async (learner: Learner, exerciseId = DENSE) =>
  db.exerciseProgress.findUnique({ where: { userId_exerciseId: { userId: await learner.id(), exerciseId } } });

/** Everything but `updated_at`, which a repair moves. */
const standings = () => db.exerciseProgress.findMany({ orderBy: [{ userId: 'asc' }], omit: { updatedAt: true } });

test('what graders wrote is right, and looking changes nothing', async () => {
  const before = await db.exerciseProgress.findMany({ orderBy: { userId: 'asc' } });
  expect(await checkProgress({ repair: true })).toEqual({ rows: 2, wrong: [] });
  expect(await db.exerciseProgress.findMany({ orderBy: { userId: 'asc' } })).toEqual(before);
  const { createdAt } = await db.submission.findFirstOrThrow({ where: { userId: await ada.id(), number: 3 } });
  expect(await rowOf(ada)).toMatchObject({ state: 'PASSED', attempts: 3, lastAttemptAt: createdAt });
});

test.each([
  ["state = 'TRYING'"],
  ['best_score = 3'],
  ['max_score = 11'],
  ['attempts = attempts + 1'],
  ['first_passed_at = NULL'],
  ["last_attempt_at = last_attempt_at - interval '1 day'"],
  ['applied_number = 1'],
])('a row with %s is found, and mended when that is asked for', async (broken) => {
  const before = await standings();
  const userId = await ada.id();
  await pool.query(`UPDATE exercise_progress SET ${broken} WHERE user_id = $1`, [userId]);
  const row = await rowOf(ada);
  expect((await checkProgress({ repair: false })).wrong).toMatchObject([{ userId, exerciseId: DENSE }]);
  expect(await rowOf(ada)).toEqual(row);
  expect((await checkProgress({ repair: true })).wrong).toHaveLength(1);
  expect(await standings()).toEqual(before);
  expect((await checkProgress({ repair: false })).wrong).toEqual([]);
});

test('a row that is missing is made, and one without submissions is emptied but keeps the hints', async () => {
  const [mine, theirs] = [await ada.id(), await bo.id()];
  await db.exerciseProgress.deleteMany({ where: { userId: mine } });
  await db.exerciseProgress.create({
    data: { userId: theirs, exerciseId: LONG, attempts: 2, bestScore: 5, state: 'PASSED', hintsOpened: 2 },
  });
  const { rows, wrong } = await checkProgress({ repair: true });
  expect(rows).toBe(3);
  expect(wrong.map(({ userId, exerciseId, kept }) => [userId, exerciseId, kept === null]).toSorted()).toEqual(
    [
      [mine, DENSE, true],
      [theirs, LONG, false],
    ].toSorted(),
  );
  expect(await rowOf(ada)).toMatchObject({ state: 'PASSED', attempts: 3, bestScore: 10 });
  expect(await rowOf(bo, LONG)).toMatchObject({ state: 'TRYING', attempts: 0, bestScore: 0, hintsOpened: 2 });
});

test('a grade set by hand is no mismatch, and is put back where its row has lost it', async () => {
  const userId = await bo.id();
  const override = { userId, exerciseId: DENSE, passed: true, score: 9, maxScore: 10, reason: 'By paper.' };
  await db.gradeOverride.create({ data: override });
  expect((await checkProgress({ repair: true })).wrong).toMatchObject([{ userId, right: { state: 'PASSED' } }]);
  expect((await checkProgress({ repair: false })).wrong).toEqual([]);
  await db.exerciseProgress.deleteMany({ where: { userId, exerciseId: DENSE } });
  expect((await checkProgress({ repair: true })).wrong).toMatchObject([{ userId, kept: null }]);
  expect(await rowOf(bo)).toMatchObject({ state: 'PASSED', bestScore: 9, attempts: 1 });
  await db.gradeOverride.deleteMany({ where: { userId } });
  expect((await checkProgress({ repair: true })).wrong).toMatchObject([{ userId, right: { state: 'TRYING' } }]);
});

test('a learner’s pages hear of a repair', async () => {
  const userId = await ada.id();
  await db.exerciseProgress.updateMany({ where: { userId }, data: { attempts: 40 } });
  const events = await db.outboxEvent.count();
  await checkProgress({ repair: false });
  expect(await db.outboxEvent.count()).toBe(events);
  await checkProgress({ repair: true });
  expect(await db.outboxEvent.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
    ...{ stream: `user:${userId}`, payload: { type: 'progress' } },
  });
});

test('a submission that waits for its grade is no mismatch, nor are those after it', async () => {
  await ada.submit({ source: 'right' });
  expect((await checkProgress({ repair: false })).wrong).toEqual([]);
  expect(await rowOf(ada)).toMatchObject({ appliedNumber: 3 });
});
