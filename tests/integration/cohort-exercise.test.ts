import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as readExercise } from '@/app/api/cohorts/[id]/exercises/[unit]/[exercise]/route';
import { type ExercisePage, ExercisePageSchema } from '@/contracts/cohort-exercise';
import type { CheckResult } from '@/grading/report';
import { db, disconnect, pool } from '@/server/db';
import { recomputeProgress } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { check, Member, makeWorld, submission, type World } from './discussion-world';
import { DENSE, LONG } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let world: World;

beforeEach(async () => {
  await pool.query('DELETE FROM audit_entry; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
});
afterAll(disconnect);

function ask(who: Member, exerciseId = DENSE, id = world.cohort) {
  const [unit = '', exercise = ''] = exerciseId.split('/');
  return who.call(readExercise, 'GET', undefined, { context: { params: Promise.resolve({ id, unit, exercise }) } });
}

const pageOf = async (who: Member): Promise<ExercisePage> => ExercisePageSchema.parse((await ask(who)).body);

/** One more learner of the cohort, without a browser. */
async function enrol(cohortId = world.cohort): Promise<Member> {
  const learner = new Member();
  learner.userId = randomUUID();
  await db.user.create({
    data: {
      ...{ id: learner.userId, name: 'Somebody', email: `${learner.userId}@course.test` },
      enrolments: { create: { cohortId } },
    },
  });
  return learner;
}

/** What somebody handed in, `minutes` after nine o'clock; `null`: it has no verdict. */
async function handIn(
  learner: Member,
  passed: boolean | null,
  {
    minutes = 0,
    checks = [],
    exerciseId = DENSE,
    cohortId = world.cohort,
  }: { minutes?: number; checks?: CheckResult[]; exerciseId?: string; cohortId?: string | null } = {},
): Promise<string> {
  const id = await submission(learner, { passed, cohortId, exerciseId, checks });
  const createdAt = new Date(Date.UTC(2026, 10, 30, 9, minutes));
  await db.submission.update({ where: { id }, data: { createdAt } });
  await inTransaction((tx) => recomputeProgress(tx, learner.userId, exerciseId));
  return id;
}

const because = (id: string) => ({ diagnosis: { id, text: { en: id, ko: `${id}.` }, confidence: 1 } });
const right = check('values', { outcome: 'passed' });
const noBias = check('values', because('mistake:no-bias'));
const wrongSign = check('values', because('pattern:sign'));
const unexplained = check('values');

const openHints = (learner: Member, hintsOpened: number) =>
  db.exerciseProgress.updateMany({ where: { userId: learner.userId }, data: { hintsOpened } });

/**
 * Six learners: Ada passes at once; Ben after 30 minutes at the second attempt; Cho after two hours at the third; Dan fails
 * twice; Eve's code does not parse; Fay has not begun.
 */
async function smallWorld() {
  const { ada, ben, cho, dan } = world;
  const eve = await enrol();
  await enrol();
  await handIn(ada, true, { checks: [right] });
  const bens = await handIn(ben, false, { checks: [noBias] });
  await handIn(ben, true, { minutes: 30, checks: [right] });
  await handIn(cho, false, { checks: [unexplained] });
  const chos = await handIn(cho, false, { minutes: 60, checks: [noBias] });
  const passing = await handIn(cho, true, { minutes: 120, checks: [right] });
  await handIn(dan, false, { checks: [noBias] });
  const dans = await handIn(dan, false, { minutes: 5, checks: [wrongSign, check('shape')] });
  const eves = await handIn(eve, false);
  await db.gradingRun.updateMany({
    where: { submissionId: eves },
    data: { problem: { code: 'syntax-error', message: { en: 'x', ko: 'x' } } },
  });
  await openHints(ben, 1);
  await openHints(cho, 2);
  await openHints(dan, 2);
  return { eve, bens, chos, passing, dans };
}

test('an exercise’s page counts learners, attempts, time and hints as one counts them by hand', async () => {
  await smallWorld();
  const page = await pageOf(world.assistant);
  expect(page).toMatchObject({ exercise: DENSE, version: 'v1', cohort: { id: world.cohort }, submissions: 9 });
  expect(page.learners).toEqual({ all: 6, notStarted: 1, trying: 2, passed: 3, afterSolution: 0, overridden: 0 });
  // 1, 2 and 3 attempts.
  expect(page.attempts).toMatchObject({ count: 3, q1: 1.5, median: 2, q3: 2.5 });
  expect(page.attempts.bins.map(({ count }) => count)).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
  // 0, 30 and 120 minutes.
  expect(page.minutes).toMatchObject({ count: 3, q1: 15, median: 30, q3: 75 });
  expect(page.minutes.bins.filter(({ count }) => count > 0)).toEqual([
    { from: 0, to: 1, count: 1 },
    { from: 10, to: 60, count: 1 },
    { from: 60, to: 1_440, count: 1 },
  ]);
  expect(page.hints).toEqual([
    { hints: 0, learners: 2, passed: 1 },
    { hints: 1, learners: 1, passed: 1 },
    { hints: 2, learners: 2, passed: 1 },
  ]);
  expect(page.discrimination).toEqual({ index: null, learners: 0 });
  expect(page.trend).toEqual([{ id: world.cohort, name: page.cohort.name, tried: 5, passed: 3 }]);
  expect(await db.auditEntry.count()).toBe(0);
});

test('it says which check fails most, behind which diagnosis, and what stopped a run before any check', async () => {
  await smallWorld();
  const { checks, problems } = await pageOf(world.instructor);
  expect(checks).toEqual([
    {
      ...{ id: 'values', title: null, visibility: null, ran: 8, failed: 5, learners: 3 },
      diagnoses: [
        { text: { en: 'mistake:no-bias', ko: 'mistake:no-bias.' }, submissions: 3, learners: 3 },
        { text: { en: 'pattern:sign', ko: 'pattern:sign.' }, submissions: 1, learners: 1 },
        { text: null, submissions: 1, learners: 1 },
      ],
    },
    {
      ...{ id: 'shape', title: null, visibility: null, ran: 1, failed: 1, learners: 1 },
      diagnoses: [{ text: null, submissions: 1, learners: 1 }],
    },
  ]);
  expect(problems).toEqual([{ code: 'syntax-error', submissions: 1, learners: 1 }]);
});

test('learners whose latest failure is the same trouble are one cluster, with the latest of them to look at', async () => {
  const { chos, dans } = await smallWorld();
  const { cho, dan } = world;
  expect((await pageOf(world.instructor)).clusters).toEqual([
    {
      ...{ check: 'values', text: { en: 'mistake:no-bias', ko: 'mistake:no-bias.' }, learners: 2 },
      specimen: { submission: chos, learner: cho.userId },
    },
    {
      ...{ check: 'values', text: { en: 'pattern:sign', ko: 'pattern:sign.' }, learners: 1 },
      specimen: { submission: dans, learner: dan.userId },
    },
  ]);
});

test('failures without a diagnosis are alike by their numbers, and by those alone', async () => {
  const off = (actual: string) => ({
    ...{ label: 'Y', actualShape: [2], expectedShape: actual === 'shape' ? [1] : [2] },
    ...{ maxError: 1, meanError: 1, atol: 0, rtol: 0, failing: actual === 'all' ? 2 : 1, total: 2, passed: false },
  });
  const failing = (how: string) => check('values', { tensors: [off(how)] });
  const { ada, ben, cho, dan } = world;
  for (const [learner, how] of [
    [ada, 'all'],
    [ben, 'shape'],
    [cho, 'all'],
    [dan, 'some'],
  ] as const) {
    await handIn(learner, false, { checks: [failing(how)] });
  }
  expect((await pageOf(world.instructor)).clusters.map(({ learners }) => learners)).toEqual([2, 1, 1]);
});

test('submissions on which page and server disagree are counted and listed, the latest first', async () => {
  const { passing, bens } = await smallWorld();
  await db.submission.update({ where: { id: bens }, data: { verdictsDiffer: true } });
  await db.submission.update({
    where: { id: passing },
    data: { verdictsDiffer: true, pageVerdict: { backend: 'webgpu', passedChecks: [], failedChecks: ['values'] } },
  });
  expect((await pageOf(world.instructor)).differing).toEqual({
    count: 2,
    latest: [
      { submission: passing, learner: world.cho.userId, number: 3, backend: 'webgpu', at: '2026-11-30T11:00:00.000Z' },
      { submission: bens, learner: world.ben.userId, number: 1, backend: null, at: '2026-11-30T09:00:00.000Z' },
    ],
  });
});

test('what staff hand in, what was handed in elsewhere or for another exercise, and what waits for a verdict counts for nothing', async () => {
  await smallWorld();
  const before = await pageOf(world.instructor);
  const { instructor, stranger, otherCohort, ada } = world;
  await handIn(instructor, false, { checks: [unexplained] });
  await handIn(stranger, true, { cohortId: otherCohort, checks: [right] });
  await handIn(ada, false, { exerciseId: LONG, checks: [unexplained] });
  await handIn(ada, null, {});
  await handIn(ada, false, { cohortId: null, checks: [unexplained] });
  // Ada's first submission of another exercise lets her be compared: that is what it is for.
  expect(await pageOf(world.instructor)).toEqual({ ...before, discrimination: { index: null, learners: 1 } });
});

test('a standing that was set by hand counts as it stands, and the attempts as they were graded', async () => {
  const { eve } = await smallWorld();
  await db.gradeOverride.create({
    data: { userId: eve.userId, exerciseId: DENSE, passed: true, score: 10, maxScore: 10, reason: 'x' },
  });
  await inTransaction((tx) => recomputeProgress(tx, eve.userId, DENSE));
  const { learners, attempts } = await pageOf(world.instructor);
  expect(learners).toEqual({ all: 6, notStarted: 1, trying: 1, passed: 4, afterSolution: 0, overridden: 1 });
  expect(attempts.count).toBe(3);
});

test('the discrimination index is of first submissions: here of 4 in 5 of the better and 1 in 5 of the weaker', async () => {
  for (let at = 0; at < 10; at += 1) {
    const learner = await enrol();
    await handIn(learner, at < 5, { exerciseId: LONG });
    const isRight = [0, 1, 2, 3, 5].includes(at);
    await handIn(learner, isRight);
    // A second attempt says nothing of the first.
    await handIn(learner, true, { minutes: 10 });
  }
  const { index, learners } = (await pageOf(world.instructor)).discrimination;
  expect(learners).toBe(10);
  expect(index).toBeCloseTo(0.8 - 0.2);
});

test('an exercise that nobody has begun has a page, and one that there is none of has not', async () => {
  expect(await pageOf(world.instructor)).toMatchObject({
    ...{ submissions: 0, hints: [], checks: [], problems: [], clusters: [] },
    learners: { all: 4, notStarted: 4 },
    attempts: { count: 0, median: null },
    differing: { count: 0, latest: [] },
  });
  expect((await ask(world.instructor, '02-mlp/none')).status).toBe(404);
});

test('only staff of the cohort see it', async () => {
  const { ada, otherInstructor, instructor, otherCohort } = world;
  const statuses = [];
  for (const who of [ada, otherInstructor]) statuses.push((await ask(who)).status);
  statuses.push((await ask(instructor, DENSE, otherCohort)).status);
  await db.cohort.update({ where: { id: world.cohort }, data: { archivedAt: new Date() } });
  statuses.push((await ask(instructor)).status);
  expect(statuses).toEqual([404, 404, 404, 404]);
});
