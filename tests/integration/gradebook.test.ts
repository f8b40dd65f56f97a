import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as readMatrixCell } from '@/app/api/cohorts/[id]/cells/route';
import { POST as copyCohort } from '@/app/api/cohorts/[id]/copy/route';
import { GET as readGradeCell } from '@/app/api/cohorts/[id]/gradebook/cells/route';
import { GET as exportGrades } from '@/app/api/cohorts/[id]/gradebook/export/route';
import { GET as readGradebook } from '@/app/api/cohorts/[id]/gradebook/route';
import { PUT as changeGrading, GET as readGrading } from '@/app/api/cohorts/[id]/grading/route';
import { PUT as setExtension } from '@/app/api/cohorts/[id]/learners/[user]/extensions/route';
import { GET as readGrades } from '@/app/api/cohorts/[id]/learners/[user]/grades/route';
import { PUT as setOverride } from '@/app/api/cohorts/[id]/learners/[user]/overrides/route';
import { GET as readLearner } from '@/app/api/cohorts/[id]/learners/[user]/route';
import { GET as readTimeline } from '@/app/api/cohorts/[id]/learners/[user]/timeline/route';
import { GET as readMatrix } from '@/app/api/cohorts/[id]/matrix/route';
import { PUT as changePlan } from '@/app/api/cohorts/[id]/plan/route';
import { GET as readOwnGrades } from '@/app/api/grades/route';
import { GET as getHelp } from '@/app/api/help/route';
import { GET as readInbox } from '@/app/api/notifications/route';
import { codeAt, readCode } from '@/components/instructor/matrix/cells';
import { MatrixSchema } from '@/contracts/cohort';
import { LearnerPageSchema, TimelineSchema } from '@/contracts/cohort-learner';
import { CohortMadeSchema } from '@/contracts/cohort-settings';
import {
  GRADE_LETTERS,
  GradebookSchema,
  GradeCellSchema,
  type GradingRule,
  GradingSetupSchema,
  LearnerGradesSchema,
  OwnGradesSchema,
} from '@/contracts/gradebook';
import { HelpStateSchema } from '@/contracts/learning';
import { InboxSchema } from '@/contracts/notifications';
import { db, disconnect, pool } from '@/server/db';
import { gradesOfLearner } from '@/server/gradebook/grades';
import { gradesOf } from '@/server/gradebook/load';
import { checkProgress } from '@/server/progress/check';
import { recomputeProgress } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { type Member, makeWorld, type World } from './discussion-world';
import { DENSE, LONG, NET, RELU } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let world: World;

beforeEach(async () => {
  await pool.query('DELETE FROM audit_entry; DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
});
afterAll(disconnect);

/** In Seoul, the last second of the third of November. */
const DUE = new Date('2026-11-03T14:59:59Z');
const HOUR = 3_600_000;
const FREE: GradingRule = { attempts: 'best', late: { percentPerDay: 0, most: 100, nothingAfter: null } };
const TENTH_A_DAY: GradingRule = { attempts: 'best', late: { percentPerDay: 10, most: 50, nothingAfter: 7 } };

const at = (id: string) => ({ context: { params: Promise.resolve({ id }) } });
const ofLearner = (user: string, id = world.cohort) => ({ context: { params: Promise.resolve({ id, user }) } });

async function bookFor(who: Member, cohort = world.cohort) {
  return GradebookSchema.parse((await who.call(readGradebook, 'GET', undefined, at(cohort))).body);
}
async function ownOf(who: Member) {
  return OwnGradesSchema.parse((await who.call(readOwnGrades, 'GET')).body).cohorts;
}
async function pageOf(user: string) {
  return LearnerPageSchema.parse((await world.instructor.call(readLearner, 'GET', undefined, ofLearner(user))).body);
}
async function cellOf(learner: Member, exercise = DENSE) {
  const query = { learner: learner.userId, exercise };
  const { body } = await world.assistant.call(readGradeCell, 'GET', undefined, { ...at(world.cohort), query });
  return GradeCellSchema.parse(body).grade;
}
async function inbox(who: Member) {
  const { body } = await who.call(readInbox, 'GET', undefined, { query: { show: 'all' } });
  return InboxSchema.parse(body).groups.flatMap(({ lines }) => lines);
}

const setRule = (rule: GradingRule, weights: { exercise: string; weight: number }[] = [], who = world.instructor) =>
  who.call(changeGrading, 'PUT', { rule, weights }, at(world.cohort));
const extend = (learner: Member, dueOn: string | null, exercise = DENSE, who = world.instructor) =>
  who.call(setExtension, 'PUT', { exercise, dueOn, reason: 'Was ill.' }, ofLearner(learner.userId));
const override = (learner: Member, score: number | null, exercise = DENSE) =>
  world.instructor.call(
    setOverride,
    'PUT',
    { exercise, override: score === null ? null : { passed: false, score }, reason: 'At the board.' },
    ofLearner(learner.userId),
  );

const plan = (planned: { exerciseId: string; dueAt?: Date | null; weight?: number }[]) =>
  db.assignment.createMany({ data: planned.map((one) => ({ cohortId: world.cohort, dueAt: DUE, ...one })) });

/** Hands in for the learner and counts it, as a grader does, so many hours after the due date. */
async function handIn(
  learner: Member,
  hours: number,
  score: number,
  {
    exerciseId = DENSE,
    cohortId = world.cohort,
    ...more
  }: { exerciseId?: string; cohortId?: string | null; maxScore?: number; afterSolution?: boolean } = {},
) {
  const { maxScore = 10, afterSolution = false } = more;
  const number = 1 + (await db.submission.count({ where: { userId: learner.userId, exerciseId } }));
  const { id, runs } = await db.submission.create({
    data: {
      ...{ userId: learner.userId, cohortId, exerciseId, number, clientId: randomUUID(), source: '', locale: 'en' },
      ...{ afterSolution, createdAt: new Date(DUE.getTime() + hours * HOUR) },
      runs: {
        create: {
          ...{ reason: 'SUBMISSION', exerciseVersion: 'v1', seed: 1n, status: 'GRADED' },
          ...{ passed: score === maxScore, score, maxScore },
        },
      },
    },
    select: { id: true, runs: { select: { id: true } } },
  });
  await db.submission.update({ where: { id }, data: { officialRunId: runs[0]?.id ?? null } });
  await inTransaction((tx) => recomputeProgress(tx, learner.userId, exerciseId));
}

// ── What it comes to ───────────────────────────────────────────────────────

test('totals are as worked out by hand: weights, a late rule, a grade set by hand, and what was not done', async () => {
  const { ada, ben, assistant, cohort } = world;
  await plan([
    { exerciseId: DENSE, weight: 2 },
    { exerciseId: LONG },
    { exerciseId: RELU, weight: 0.5 },
    { exerciseId: NET, weight: 3, dueAt: new Date('2098-01-01T00:00:00Z') },
  ]);
  await setRule(TENTH_A_DAY);
  await handIn(ada, -5, 4);
  await handIn(ada, 25, 10);
  await override(ada, 7.5, LONG);
  await handIn(ada, 0, 10, { exerciseId: NET });

  const { learners, exercises, rule } = await bookFor(assistant);
  expect(rule).toEqual(TENTH_A_DAY);
  expect(exercises.map(({ id, weight }) => [id, weight])).toEqual([
    [DENSE, 2],
    [LONG, 1],
    [RELU, 0.5],
    [NET, 3],
  ]);
  // Two days begun: 8 of 10. (2 · 0.8 + 0.75 + 0) / 3.5 = 2.35 / 3.5, and (2.35 + 3) / 6.5.
  expect(learners.find(({ id }) => id === ada.userId)).toMatchObject({
    ...{ points: [8, 7.5, 0, 10], soFar: 0.6714, all: 0.8231 },
    marks: [GRADE_LETTERS.late, GRADE_LETTERS.overridden, GRADE_LETTERS.zero, GRADE_LETTERS.submitted].join(''),
  });
  expect(learners.find(({ id }) => id === ben.userId)).toMatchObject({ soFar: 0, all: 0, marks: '000.' });
  expect(learners.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Cho', 'Dan']);
  expect(await cellOf(ada)).toMatchObject({
    ...{ points: 8, earned: 10, outOf: 10, lateDays: 2, penalty: 20, source: 'submission', counts: true, weight: 2 },
    ...{ due: DUE.toISOString(), override: null, extension: null },
  });
  expect(await cellOf(ada, LONG)).toMatchObject({
    points: 7.5,
    override: { reason: 'At the board.', by: 'Instructor' },
  });

  await setRule({ attempts: 'last', late: { percentPerDay: 0, most: 0, nothingAfter: 1 } });
  expect((await bookFor(assistant)).learners[0]).toMatchObject({ points: [0, 7.5, 0, 10] });
  await override(ada, null, LONG);
  expect((await bookFor(assistant)).learners[0]).toMatchObject({ points: [0, 0, 0, 10] });
  expect(await checkProgress({ repair: false })).toMatchObject({ wrong: [] });
  expect(await db.cohort.findUnique({ where: { id: cohort } })).toMatchObject({ attemptsRule: 'LAST', lateDays: 1 });
});

test('a cohort that nobody has touched grades as before: best submissions, of equal weight, late or not', async () => {
  const { ada, instructor } = world;
  await plan([{ exerciseId: DENSE }]);
  await handIn(ada, 500, 6);
  await handIn(ada, 501, 3);
  const { body } = await instructor.call(readGrading, 'GET', undefined, at(world.cohort));
  expect(GradingSetupSchema.parse(body)).toEqual({
    ...{ rule: FREE, weights: [{ exercise: DENSE, weight: 1 }], isManager: true },
  });
  expect((await bookFor(instructor)).learners[0]).toMatchObject({ points: [6], soFar: 0.6, all: 0.6 });
});

test('without a plan the whole course counts, and nothing is due', async () => {
  const { ada, instructor } = world;
  await handIn(ada, 0, 10);
  const { exercises, learners } = await bookFor(instructor);
  expect(exercises.map(({ id, weight, due }) => [id, weight, due])).toEqual(
    [DENSE, LONG, RELU, NET].map((id) => [id, 1, null]),
  );
  expect(learners[0]).toMatchObject({ soFar: null, all: 0.25, marks: 's...' });
});

test('what is handed in after the solution scores only where the cohort says so, whichever attempt counts', async () => {
  const { ada, instructor, cohort } = world;
  await plan([{ exerciseId: DENSE }]);
  await handIn(ada, 1, 6);
  await handIn(ada, 2, 10, { afterSolution: true });
  for (const attempts of ['best', 'last'] as const) {
    await setRule({ ...FREE, attempts });
    expect((await bookFor(instructor)).learners[0]?.points).toEqual([6]);
  }
  await db.cohort.update({ where: { id: cohort }, data: { countAfterSolution: true } });
  await inTransaction((tx) => recomputeProgress(tx, ada.userId, DENSE));
  for (const attempts of ['best', 'last'] as const) {
    await setRule({ ...FREE, attempts });
    expect((await bookFor(instructor)).learners[0]?.points).toEqual([10]);
  }
});

test('work that waits for its verdict, and all after it, counts once it is graded', async () => {
  const { ada, instructor } = world;
  await plan([{ exerciseId: DENSE }]);
  await setRule({ ...FREE, attempts: 'last' });
  await handIn(ada, 1, 4);
  await db.submission.create({
    data: {
      ...{ userId: ada.userId, cohortId: world.cohort, exerciseId: DENSE, number: 2, clientId: randomUUID() },
      ...{ source: '', locale: 'en', createdAt: new Date(DUE.getTime() + 2 * HOUR) },
      runs: { create: { reason: 'SUBMISSION', exerciseVersion: 'v1', seed: 1n } },
    },
  });
  await handIn(ada, 3, 10);
  expect((await bookFor(instructor)).learners[0]?.points).toEqual([4]);
});

interface Try {
  learner: number;
  exercise: number;
  hours: number;
  score: number;
  afterSolution: boolean;
}

test('what is read off progress is what every submission says, by whatever rule', async () => {
  const { cohort, instructor } = world;
  const people = [world.ada, world.ben, world.cho, world.dan];
  const exercises = [DENSE, LONG, RELU, NET];
  await plan([
    { exerciseId: DENSE },
    { exerciseId: LONG, weight: 3 },
    { exerciseId: RELU, dueAt: null },
    { exerciseId: NET },
  ]);
  const tries = fc
    .sample(
      fc.record({
        learner: fc.nat(3),
        exercise: fc.nat(3),
        hours: fc.integer({ min: -72, max: 240 }),
        score: fc.integer({ min: 0, max: 10 }),
        afterSolution: fc.boolean(),
      }),
      { numRuns: 70, seed: 7 },
    )
    .toSorted((a: Try, b: Try) => a.hours - b.hours);
  for (const { learner, exercise, hours, score, afterSolution } of tries) {
    const options = { exerciseId: exercises[exercise] ?? '', afterSolution };
    await handIn(people[learner] as Member, hours, score, options);
  }
  await override(world.ben, 3, NET);
  await extend(world.cho, '2026-11-07');
  const submissions = await db.submission.findMany({ orderBy: { number: 'asc' }, include: { officialRun: true } });

  const rules = [FREE, TENTH_A_DAY, { ...FREE, attempts: 'last' }, { ...TENTH_A_DAY, attempts: 'last' }] as const;
  for (const rule of rules) {
    expect((await setRule(rule)).status).toBe(200);
    const loaded = await gradesOf(db, cohort);
    expect(loaded?.learners).toHaveLength(4);
    for (const { id, grades, total } of loaded?.learners ?? []) {
      const works = exercises.map((exerciseId) => ({
        outOf: 10,
        attempts: submissions
          .filter((one) => one.userId === id && one.exerciseId === exerciseId && !one.afterSolution)
          .map(({ createdAt, officialRun }) => ({ handedInAt: createdAt, points: officialRun?.score ?? 0 })),
        override: id === world.ben.userId && exerciseId === NET ? 3 : null,
        extendedTo: id === world.cho.userId && exerciseId === DENSE ? new Date('2026-11-07T14:59:59Z') : null,
      }));
      const right = gradesOfLearner(loaded?.exercises ?? [], works, rule, loaded?.now ?? new Date());
      expect(total).toEqual(right.total);
      expect(grades.map(({ points }) => points)).toEqual(right.grades.map(({ points }) => points));
      expect(grades.map(({ penalty }) => penalty)).toEqual(right.grades.map(({ penalty }) => penalty));
    }
    const alone = await gradesOf(db, cohort, [world.cho.userId, instructor.userId]);
    expect(alone?.learners).toEqual(loaded?.learners.filter(({ id }) => id === world.cho.userId));
  }
});

test('grades of nobody’s cohort are none', async () => {
  expect(await gradesOf(db, randomUUID())).toBeNull();
});

// ── Rules ──────────────────────────────────────────────────────────────────

test('instructors set rules and weights, which the plan keeps and a copy takes along', async () => {
  const { instructor, assistant, cohort } = world;
  await plan([{ exerciseId: DENSE }, { exerciseId: LONG }]);
  const { body } = await setRule(TENTH_A_DAY, [{ exercise: DENSE, weight: 2.5 }]);
  expect(GradingSetupSchema.parse(body)).toEqual({
    rule: TENTH_A_DAY,
    weights: [
      { exercise: DENSE, weight: 2.5 },
      { exercise: LONG, weight: 1 },
    ],
    isManager: true,
  });
  expect(await db.auditEntry.findFirst({ where: { action: 'cohort.grading' } })).toMatchObject({
    ...{ cohortId: cohort, subject: cohort, actorId: instructor.userId },
    detail: { rule: TENTH_A_DAY, weights: [{ exercise: DENSE, weight: 2.5 }] },
  });
  const exercises = [DENSE, RELU].map((exercise) => ({ exercise, opensOn: null, dueOn: '2026-11-09' }));
  await instructor.call(changePlan, 'PUT', { exercises }, at(cohort));
  const read = await assistant.call(readGrading, 'GET', undefined, at(cohort));
  expect(GradingSetupSchema.parse(read.body)).toMatchObject({
    weights: [
      { exercise: DENSE, weight: 2.5 },
      { exercise: RELU, weight: 1 },
    ],
    isManager: false,
  });
  const copied = await instructor.call(copyCohort, 'POST', { name: 'Copy', startsOn: '2027-03-02' }, at(cohort));
  const copy = CohortMadeSchema.parse(copied.body).cohort.id;
  const { body: ofCopy } = await instructor.call(readGrading, 'GET', undefined, at(copy));
  expect(GradingSetupSchema.parse(ofCopy)).toMatchObject({
    rule: TENTH_A_DAY,
    weights: [{ weight: 2.5 }, { weight: 1 }],
  });
});

test.each([
  ['more than all', { percentPerDay: 101, most: 100, nothingAfter: null }],
  ['less than nothing', { percentPerDay: -1, most: 100, nothingAfter: null }],
  ['half a percent', { percentPerDay: 0.5, most: 100, nothingAfter: null }],
  ['days before the due date', { percentPerDay: 1, most: 100, nothingAfter: -1 }],
])('no rule takes off %s', async (_what, late) => {
  await plan([{ exerciseId: DENSE }]);
  expect((await setRule({ attempts: 'best', late })).status).toBe(400);
  expect((await bookFor(world.instructor)).rule).toEqual(FREE);
});

test.each([
  ['below 0', { exercise: DENSE, weight: -1 }],
  ['beyond measure', { exercise: DENSE, weight: 1001 }],
  ['outside the plan', { exercise: LONG, weight: 1 }],
])('no weight is %s, and what is refused changes nothing', async (_what, weight) => {
  await plan([{ exerciseId: DENSE }]);
  expect((await setRule(TENTH_A_DAY, [weight])).status).toBe(400);
  expect((await bookFor(world.instructor)).rule).toEqual(FREE);
});

// ── Extensions ─────────────────────────────────────────────────────────────

test('an extension counts wherever a due date does, and its learner is told why', async () => {
  const { ada, instructor, assistant, cohort } = world;
  await plan([{ exerciseId: DENSE }]);
  await db.cohort.update({ where: { id: cohort }, data: { solutionsOpen: 'AFTER_DUE' } });
  await setRule(TENTH_A_DAY);
  await handIn(ada, 30, 10);

  const stateOf = async () => {
    const { body } = await assistant.call(readMatrix, 'GET', undefined, at(cohort));
    const { learners, extensions } = MatrixSchema.parse(body);
    return { state: readCode(codeAt(learners[0]?.cells ?? '', 0)).state, extensions };
  };
  const solution = async () => {
    const { body } = await ada.call(getHelp, 'GET', undefined, { query: { exercise: DENSE } });
    const { solution: state, due } = HelpStateSchema.parse(body);
    return [state, due];
  };
  expect(await cellOf(ada)).toMatchObject({ points: 8, lateDays: 2, penalty: 20 });
  expect([await stateOf(), await solution()]).toEqual([{ state: 'late', extensions: [] }, ['open', DUE.toISOString()]]);

  const { status, body } = await extend(ada, '2098-05-01');
  const due = '2098-05-01T14:59:59.000Z';
  const extension = { due, reason: 'Was ill.', by: 'Instructor', at: expect.any(String) };
  expect(status).toBe(200);
  expect(LearnerPageSchema.parse(body).standings[0]).toMatchObject({ due, planned: DUE.toISOString(), extension });
  expect(await cellOf(ada)).toMatchObject({ points: 10, lateDays: 0, penalty: 0, due, extension });
  const extended = [{ learner: ada.userId, exercise: DENSE, due }];
  expect([await stateOf(), await solution()]).toEqual([{ state: 'passed', extensions: extended }, ['after-due', due]]);
  // Nobody else's.
  const { body: helped } = await world.ben.call(getHelp, 'GET', undefined, { query: { exercise: DENSE } });
  expect(helped).toMatchObject({ solution: 'open' });
  expect(await cellOf(world.ben)).toMatchObject({ due: DUE.toISOString(), extension: null });

  expect(await inbox(ada)).toMatchObject([
    {
      kind: 'extension',
      actor: 'Instructor',
      due: '2098-05-01',
      item: 'Was ill.',
      read: false,
      work: { exercise: DENSE },
    },
  ]);
  const timeline = await instructor.call(readTimeline, 'GET', undefined, ofLearner(ada.userId));
  expect(TimelineSchema.parse(timeline.body).entries.map(({ deed }) => deed)).toContainEqual({
    ...{ kind: 'extended', exercise: DENSE, day: '2098-05-01' },
  });

  expect((await extend(ada, null)).status).toBe(200);
  expect(await cellOf(ada)).toMatchObject({ points: 8, penalty: 20, due: DUE.toISOString(), extension: null });
  expect([await stateOf(), await solution()]).toEqual([{ state: 'late', extensions: [] }, ['open', DUE.toISOString()]]);
  expect(await inbox(ada)).toMatchObject([{ kind: 'extension', due: null, item: 'Was ill.', read: false }]);
  const deeds = await db.auditEntry.findMany({
    where: { action: { startsWith: 'extension' } },
    orderBy: { id: 'asc' },
  });
  expect(deeds).toMatchObject([
    {
      action: 'extension.set',
      subject: ada.userId,
      reason: 'Was ill.',
      detail: { exercise: DENSE, before: null, due },
    },
    { action: 'extension.withdraw', subject: ada.userId, detail: { exercise: DENSE, before: due, due: null } },
  ]);
});

test('while an extension runs, what is not handed in is not counted', async () => {
  const { ada, ben } = world;
  await plan([{ exerciseId: DENSE }, { exerciseId: LONG }]);
  await handIn(ada, -1, 10, { exerciseId: LONG });
  await handIn(ben, -1, 10, { exerciseId: LONG });
  await extend(ada, '2098-05-01');
  const { learners } = await bookFor(world.instructor);
  expect(learners.slice(0, 2)).toMatchObject([
    { soFar: 1, all: 0.5, marks: 'es' },
    { soFar: 0.5, all: 0.5, marks: '0s' },
  ]);
});

test('an extension that the plan overtakes is none, and comes back when the plan does', async () => {
  const { ada, instructor, cohort } = world;
  await plan([{ exerciseId: DENSE }]);
  await extend(ada, '2026-11-20');
  const planned = async (dueOn: string | null) => {
    await instructor.call(changePlan, 'PUT', { exercises: [{ exercise: DENSE, opensOn: null, dueOn }] }, at(cohort));
    return (await cellOf(ada)).due;
  };
  expect(await planned('2026-11-25')).toBe('2026-11-25T14:59:59.000Z');
  expect(await planned(null)).toBeNull();
  expect(await planned('2026-11-10')).toBe('2026-11-20T14:59:59.000Z');
});

test('a longer extension replaces the one before, and is told anew', async () => {
  const { ada } = world;
  await plan([{ exerciseId: DENSE }]);
  await extend(ada, '2026-12-05');
  await pool.query('UPDATE notification SET read_at = now()');
  await extend(ada, '2026-12-09');
  expect((await pageOf(ada.userId)).standings[0]?.due).toBe('2026-12-09T14:59:59.000Z');
  expect(await inbox(ada)).toMatchObject([{ due: '2026-12-09', read: false }]);
  expect(await db.extension.count()).toBe(1);
});

test('two extensions at once leave one', async () => {
  const { ada, admin } = world;
  await plan([{ exerciseId: DENSE }]);
  const answers = await Promise.all([extend(ada, '2026-12-05'), extend(ada, '2026-12-09', DENSE, admin)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await db.extension.count()).toBe(1);
  expect(await inbox(ada)).toHaveLength(1);
});

test.each([
  ['a day before the plan’s', '2026-11-02', 400],
  ['the plan’s own day', '2026-11-03', 400],
  ['the day after', '2026-11-04', 200],
  ['no day at all', '2026-13-01', 400],
])('extended to %s', async (_what, dueOn, status) => {
  await plan([{ exerciseId: DENSE }]);
  expect((await extend(world.ada, dueOn)).status).toBe(status);
});

test('nothing is extended that is not due, not planned, or not the learner’s', async () => {
  const { ada, assistant, stranger, instructor } = world;
  await plan([{ exerciseId: DENSE, dueAt: null }, { exerciseId: LONG }]);
  expect((await extend(ada, '2026-12-05')).status).toBe(400);
  expect((await extend(ada, '2026-12-05', RELU)).status).toBe(404);
  expect((await extend(ada, null, LONG)).status).toBe(404);
  expect((await extend(stranger, '2026-12-05', LONG)).status).toBe(404);
  expect((await extend(instructor, '2026-12-05', LONG)).status).toBe(404);
  expect((await extend(ada, '2026-12-05', LONG, assistant)).status).toBe(403);
  expect((await extend(ada, '2026-12-05', LONG)).status).toBe(200);
  expect((await extend(ada, null, LONG)).status).toBe(200);
  expect((await extend(ada, null, LONG)).status).toBe(404);
});

test('an extension holds in its own cohort only', async () => {
  const { ada, otherCohort, otherInstructor } = world;
  await plan([{ exerciseId: DENSE }]);
  await db.assignment.create({ data: { cohortId: otherCohort, exerciseId: DENSE, dueAt: DUE } });
  await db.enrolment.create({ data: { userId: ada.userId, cohortId: otherCohort } });
  await handIn(ada, 30, 10);
  await extend(ada, '2098-05-01');
  const query = { learner: ada.userId, exercise: DENSE };
  const { body } = await otherInstructor.call(readGradeCell, 'GET', undefined, { ...at(otherCohort), query });
  expect(GradeCellSchema.parse(body).grade).toMatchObject({ lateDays: 2, due: DUE.toISOString(), extension: null });
  const { body: matrix } = await otherInstructor.call(readMatrix, 'GET', undefined, at(otherCohort));
  const row = MatrixSchema.parse(matrix).learners.find(({ id }) => id === ada.userId);
  expect(readCode(codeAt(row?.cells ?? '', 0)).state).toBe('late');
});

// ── Who sees what ──────────────────────────────────────────────────────────

test('a learner sees the same numbers as staff who look as the learner, and that look is in the audit trail', async () => {
  const { ada, ben, assistant, cohort } = world;
  await plan([{ exerciseId: DENSE }, { exerciseId: LONG }]);
  await setRule(TENTH_A_DAY);
  await handIn(ada, 30, 10);
  await handIn(ben, -1, 2);
  await override(ada, 5, LONG);
  await pool.query('DELETE FROM audit_entry');
  const own = await ownOf(ada);
  expect(await db.auditEntry.count()).toBe(0);
  const { body } = await assistant.call(readGrades, 'GET', undefined, ofLearner(ada.userId));
  expect(own).toEqual([LearnerGradesSchema.parse(body)]);
  expect(own[0]).toMatchObject({ learner: { id: ada.userId }, total: { soFar: 0.65, all: 0.65 }, rule: TENTH_A_DAY });
  expect(JSON.stringify(own)).not.toContain(ben.userId);
  const row = (await bookFor(assistant)).learners.find(({ id }) => id === ada.userId);
  expect([row?.soFar, row?.points]).toEqual([0.65, own[0]?.grades.map(({ points }) => points)]);
  expect(await db.auditEntry.findMany({ select: { actorId: true, action: true, subject: true } })).toEqual([
    { actorId: assistant.userId, action: 'grades.look', subject: ada.userId },
  ]);
  const { body: trail } = await world.instructor.audit(cohort);
  expect(trail).toEqual({ entries: [], next: null });
});

test('staff have no grades of their own, and an archived cohort shows none', async () => {
  expect(await ownOf(world.assistant)).toEqual([]);
  expect(await ownOf(world.ada)).toHaveLength(1);
  await db.cohort.update({ where: { id: world.cohort }, data: { archivedAt: new Date() } });
  expect(await ownOf(world.ada)).toEqual([]);
  expect((await world.instructor.call(readGradebook, 'GET', undefined, at(world.cohort))).status).toBe(404);
});

test('who does not learn in the cohort, and what is not in its plan, is not there', async () => {
  const { assistant, stranger, ada, cohort } = world;
  await plan([{ exerciseId: DENSE }]);
  const ask = async (learner: string, exercise: string) =>
    (await assistant.call(readGradeCell, 'GET', undefined, { ...at(cohort), query: { learner, exercise } })).status;
  expect(await ask(ada.userId, DENSE)).toBe(200);
  expect(await ask(ada.userId, LONG)).toBe(404);
  expect(await ask(stranger.userId, DENSE)).toBe(404);
  expect(await ask(assistant.userId, DENSE)).toBe(404);
  expect((await assistant.call(readGrades, 'GET', undefined, ofLearner(stranger.userId))).status).toBe(404);
  expect(await db.auditEntry.count({ where: { action: 'grades.look' } })).toBe(0);
  const cell = await assistant.call(readMatrixCell, 'GET', undefined, {
    ...at(cohort),
    query: { learner: ada.userId, exercise: DENSE },
  });
  expect(cell.status).toBe(200);
});

// ── Files ──────────────────────────────────────────────────────────────────

async function file(query: Record<string, string>, who: Member = world.assistant) {
  const address = `http://127.0.0.1:3000/api?${new URLSearchParams(query)}`;
  const response = await exportGrades(new Request(address, { headers: who.headers() }), at(world.cohort).context);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Entries of a zip archive by name, through its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(from, from + size);
    entries.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(data) : data).toString('utf8'),
    );
    at += 46 + name + extra + comment;
  }
  return entries;
}

const FORMULA = '=HYPERLINK("http://evil.test","Ada")';

async function makeBook() {
  await plan([{ exerciseId: DENSE }, { exerciseId: LONG, dueAt: null }]);
  await handIn(world.ada, -1, 8.25);
  await db.user.update({ where: { id: world.ada.userId }, data: { name: FORMULA } });
  await db.team.update({ where: { id: world.team }, data: { name: '+경사, "하강"' } });
}

test('a CSV has a row to each learner, no formulas, and its mark of UTF-8 where it is asked for', async () => {
  await makeBook();
  const { response, bytes } = await file({ format: 'csv', locale: 'ko', bom: 'true' });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="grades-\d{4}-\d\d-\d\d\.csv"$/);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heads, ...rows] = parse(bytes, { bom: true }) as string[][];
  expect(heads).toEqual([
    '학습자',
    '이메일',
    '팀',
    '현재까지 총점(%)',
    '전체 계획 총점(%)',
    ...[DENSE, LONG].map((id) => `${id}(10점 만점)`),
  ]);
  const ada = rows.find(([name]) => name?.includes('HYPERLINK'));
  expect(ada).toEqual([`'${FORMULA}`, expect.stringContaining('@'), '\'+경사, "하강"', '82.5', '41.25', '8.25', '']);
  expect(rows.find(([name]) => name === 'Dan')?.slice(2)).toEqual(['', '0', '0', '0', '']);
  expect(rows).toHaveLength(4);
  const plain = await file({ format: 'csv', locale: 'en' });
  expect(plain.bytes.subarray(0, 7).toString()).toBe('Learner');
});

test('an XLSX has numbers as numbers, and text of users is text', async () => {
  await makeBook();
  const { response, bytes } = await file({ format: 'xlsx', locale: 'en' });
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const entries = unzip(bytes);
  const sheet = entries.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet).toMatch(/<c r="D\d"[^>]*><v>82\.5<\/v><\/c>/);
  expect(sheet).toMatch(/<c r="F\d"[^>]*><v>8\.25<\/v><\/c>/);
  expect(sheet.match(/<c r="A\d"[^>]* t="s"/g)).toHaveLength(5);
  const texts = entries.get('xl/sharedStrings.xml') ?? '';
  expect(texts).toContain(`<t>${FORMULA}</t>`);
  expect(texts).toContain('<t>Total so far (%)</t>');
});

test('each export is in the audit trail, and a refused one is not', async () => {
  const { otherInstructor, assistant, cohort } = world;
  expect((await file({ format: 'csv', locale: 'en' }, otherInstructor)).response.status).toBe(404);
  expect((await file({ format: 'pdf', locale: 'en' })).response.status).toBe(400);
  expect(await db.auditEntry.count()).toBe(0);
  await file({ format: 'csv', locale: 'en' });
  expect(await db.auditEntry.findMany()).toMatchObject([
    {
      action: 'gradebook.export',
      actorId: assistant.userId,
      cohortId: cohort,
      subject: cohort,
      detail: { format: 'csv' },
    },
  ]);
});
