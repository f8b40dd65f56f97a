import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { POST as archiveCohort } from '@/app/api/cohorts/[id]/archive/route';
import { POST as copyCohort } from '@/app/api/cohorts/[id]/copy/route';
import { PUT as changePlan, POST as layOut } from '@/app/api/cohorts/[id]/plan/route';
import { PUT as changeSettings, GET as readSetup } from '@/app/api/cohorts/[id]/settings/route';
import { POST as createCohort, GET as listCohorts } from '@/app/api/cohorts/route';
import type { CohortList } from '@/contracts/cohort';
import { CohortMadeSchema, type CohortSettings, CohortSetupSchema, type PlanInput } from '@/contracts/cohort-settings';
import { db, disconnect, pool } from '@/server/db';
import { checkProgress } from '@/server/progress/check';
import type { Learner } from './learner';
import { DENSE, LONG, RELU } from './manifest';
import { contextOf, makeCast, member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

beforeEach(() => pool.query('DELETE FROM cohort; DELETE FROM "user"; DELETE FROM rate_limit; DELETE FROM audit_entry'));
afterAll(disconnect);

const SETTINGS: CohortSettings = {
  ...{ name: '2027년 봄', timeZone: 'Asia/Seoul', startsOn: '2027-03-02', endsOn: '2027-04-09', sessionDays: [2, 4] },
  ...{ teamSize: 4, solutionsOpen: 'AFTER_DUE', countAfterSolution: false },
};

const create = (person: Learner, input: Partial<CohortSettings> = {}) =>
  person.call(createCohort, 'POST', { ...SETTINGS, ...input });
const settle = (person: Learner, cohort: string, input: Partial<CohortSettings> = {}) =>
  person.call(changeSettings, 'PUT', { ...SETTINGS, ...input }, contextOf(cohort));
const plan = (person: Learner, cohort: string, exercises: PlanInput['exercises']) =>
  person.call(changePlan, 'PUT', { exercises }, contextOf(cohort));
const setupOf = async (person: Learner, cohort: string) =>
  CohortSetupSchema.parse((await person.call(readSetup, 'GET', undefined, contextOf(cohort))).body);

async function made(person: Learner, input: Partial<CohortSettings> = {}): Promise<string> {
  const { status, body } = await create(person, input);
  expect(status).toBe(201);
  return CohortMadeSchema.parse(body).cohort.id;
}

test('an instructor makes a cohort: it is theirs, and has the course’s plan on its own days', async () => {
  const { people } = await makeCast();
  const cohort = await made(people.instructor);
  const { settings, joinCode, isManager, plan } = await setupOf(people.instructor, cohort);
  expect(settings).toEqual(SETTINGS);
  expect([isManager, joinCode]).toEqual([true, expect.stringMatching(/^[A-Z2-9]{8}$/)]);
  // The fourth session day is a Thursday; the second week of the plan begins with the sixth.
  const days = { opensOn: '2027-03-11', dueOn: '2027-03-17' };
  expect(plan).toEqual([DENSE, RELU].map((exercise) => ({ exercise, ...days })));
  const dates = { opensAt: new Date('2027-03-11T00:00:00+09:00'), dueAt: new Date('2027-03-17T23:59:59+09:00') };
  expect(await db.assignment.findMany({ where: { cohortId: cohort } })).toMatchObject([
    { ...dates, weight: 1 },
    { ...dates, weight: 1 },
  ]);
  expect(await db.enrolment.findMany({ where: { cohortId: cohort } })).toMatchObject([
    { userId: await people.instructor.id(), role: 'INSTRUCTOR' },
  ]);
  expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'cohort.create', subject: cohort }]);
});

test.each([
  ['no name', { name: '  ' }],
  ['a name of characters that nobody sees', { name: 'a\u202eb' }],
  ['a time zone that does not exist', { timeZone: 'Asia/Nowhere' }],
  ['a day that does not exist', { startsOn: '2027-02-30' }],
  ['a day that no calendar counts on from', { startsOn: '9999-12-31', endsOn: null }],
  ['a last day before its first', { endsOn: '2027-03-01' }],
  ['a last day many years on', { endsOn: '2031-03-01' }],
  ['an eighth day of the week', { sessionDays: [8] }],
  ['teams of nobody', { teamSize: 0 }],
])('a cohort with %s is refused, and nothing is made', async (_what, wrong) => {
  const { people } = await makeCast();
  expect((await create(people.instructor, wrong)).status).toBe(400);
  expect(await db.cohort.count()).toBe(2);
});

test('who makes, reads and changes a cohort', async () => {
  const { people, cohort } = await makeCast();
  const answers: Record<string, number[]> = {};
  for (const [name, person] of Object.entries(people)) {
    const asked = [
      await create(person),
      await person.call(readSetup, 'GET', undefined, contextOf(cohort)),
      await settle(person, cohort),
      await plan(person, cohort, []),
      await person.call(layOut, 'POST', undefined, contextOf(cohort)),
    ];
    answers[name] = asked.map(({ status }) => status);
  }
  const learner = [403, 404, 404, 404, 404];
  const instructor = [201, 200, 200, 200, 200];
  expect(answers).toEqual({
    ...{ ada: learner, bo: learner, eve: learner, lone: learner, nobody: learner },
    ...{ guest: [401, 401, 401, 401, 401], assistant: [403, 200, 403, 403, 403], stranger: [201, 404, 404, 404, 404] },
    ...{ instructor, admin: instructor },
  });
});

test('staff read what is set, and an assistant is told that they may not change it', async () => {
  const { people, cohort } = await makeCast();
  expect(await setupOf(people.assistant, cohort)).toMatchObject({ isManager: false, settings: { name: 'cast' } });
});

test('settings are changed as a whole, and it is noted by whom', async () => {
  const { people, cohort } = await makeCast();
  const changed = { ...SETTINGS, endsOn: null, sessionDays: [5, 1, 5], solutionsOpen: 'NEVER' as const };
  const { body } = await settle(people.instructor, cohort, changed);
  expect(CohortSetupSchema.parse(body).settings).toEqual({ ...changed, sessionDays: [1, 5] });
  expect(await setupOf(people.admin, cohort)).toEqual(body);
  expect(await db.auditEntry.findMany()).toMatchObject([
    {
      action: 'cohort.settings',
      actorId: await people.instructor.id(),
      cohortId: cohort,
      detail: { name: '2027년 봄' },
    },
  ]);
});

test('a plan is replaced as a whole; a date whose day stays is the moment that it was', async () => {
  const { people, cohort } = await makeCast();
  const dueAt = new Date('2026-12-10T18:00:00+09:00');
  await db.assignment.create({ data: { cohortId: cohort, exerciseId: DENSE, dueAt, weight: 2 } });
  await plan(people.instructor, cohort, [
    { exercise: DENSE, opensOn: '2026-12-01', dueOn: '2026-12-10' },
    { exercise: LONG, opensOn: null, dueOn: '2026-12-11' },
  ]);
  expect(await db.assignment.findMany({ where: { cohortId: cohort }, orderBy: { exerciseId: 'asc' } })).toEqual([
    { cohortId: cohort, exerciseId: DENSE, opensAt: new Date('2026-12-01T00:00:00+09:00'), dueAt, weight: 2 },
    { cohortId: cohort, exerciseId: LONG, opensAt: null, dueAt: new Date('2026-12-11T23:59:59+09:00'), weight: 1 },
  ]);
  await plan(people.instructor, cohort, [{ exercise: LONG, opensOn: null, dueOn: null }]);
  expect((await setupOf(people.instructor, cohort)).plan).toEqual([{ exercise: LONG, opensOn: null, dueOn: null }]);
  const { body } = await people.instructor.call(layOut, 'POST', undefined, contextOf(cohort));
  expect(CohortSetupSchema.parse(body).plan.map(({ exercise }) => exercise)).toEqual([DENSE, RELU]);
});

test.each([
  ['an exercise that the course has not', [{ exercise: '99-nothing/at-all', opensOn: null, dueOn: null }]],
  ['an exercise twice', [DENSE, DENSE].map((exercise) => ({ exercise, opensOn: null, dueOn: null }))],
  ['what is due before it opens', [{ exercise: DENSE, opensOn: '2026-12-02', dueOn: '2026-12-01' }]],
])('a plan with %s is refused as a whole', async (_what, exercises) => {
  const { people, cohort } = await makeCast();
  await plan(people.instructor, cohort, [{ exercise: LONG, opensOn: null, dueOn: null }]);
  expect((await plan(people.instructor, cohort, exercises)).status).toBe(400);
  expect((await setupOf(people.instructor, cohort)).plan).toHaveLength(1);
});

test('when passes after the solution begin to score, standings follow at once', async () => {
  const { people, cohort } = await makeCast();
  const userId = await people.ada.id();
  const runId = randomUUID();
  const graded = { status: 'GRADED', reason: 'SUBMISSION', exerciseVersion: 'v1', seed: 1n } as const;
  const submission = await db.submission.create({
    data: {
      ...{
        userId,
        cohortId: cohort,
        exerciseId: DENSE,
        number: 1,
        clientId: randomUUID(),
        source: 'right',
        locale: 'en',
      },
      afterSolution: true,
      runs: { create: { id: runId, ...graded, passed: true, score: 10, maxScore: 10 } },
    },
  });
  await db.submission.update({ where: { id: submission.id }, data: { officialRunId: runId } });
  await checkProgress({ repair: true });
  const standing = async () => (await people.ada.me()).exercises[DENSE];
  expect(await standing()).toMatchObject({ state: 'passed-after-solution', bestScore: 0 });
  await settle(people.instructor, cohort, { countAfterSolution: true });
  expect(await standing()).toMatchObject({ state: 'passed-after-solution', bestScore: 10 });
  expect(await checkProgress({ repair: false })).toMatchObject({ wrong: [] });
  await settle(people.instructor, cohort, { countAfterSolution: false });
  expect(await standing()).toMatchObject({ bestScore: 0 });
});

test('nothing changes in an archived cohort', async () => {
  const { people, cohort } = await makeCast();
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  expect((await settle(people.instructor, cohort)).status).toBe(404);
  expect((await plan(people.admin, cohort, [])).status).toBe(404);
});

test('a copy for another term has settings and plan, moved by whole days, and nobody but who made it', async () => {
  const { people } = await makeCast();
  const term = { timeZone: 'America/New_York', startsOn: '2026-10-26', endsOn: '2026-11-30' };
  const cohort = await made(people.instructor, term);
  await db.assignment.deleteMany({ where: { cohortId: cohort } });
  const dueAt = new Date('2026-10-30T18:00:00-04:00');
  await db.assignment.create({ data: { cohortId: cohort, exerciseId: DENSE, dueAt, weight: 3 } });
  await db.enrolment.create({ data: { cohortId: cohort, userId: await people.ada.id() } });
  const input = { name: 'Spring', startsOn: '2027-02-01' };
  const { status, body } = await people.instructor.call(copyCohort, 'POST', input, contextOf(cohort));
  expect(status).toBe(201);
  const copy = CohortMadeSchema.parse(body).cohort.id;
  const [old, fresh] = [await setupOf(people.admin, cohort), await setupOf(people.instructor, copy)];
  expect(fresh.settings).toEqual({ ...old.settings, ...input, endsOn: '2027-03-08' });
  expect(fresh.joinCode).not.toBe(old.joinCode);
  // Six in the evening by the clock on the wall, summer time or not.
  expect(await db.assignment.findMany({ where: { cohortId: copy } })).toMatchObject([
    { exerciseId: DENSE, opensAt: null, dueAt: new Date('2027-02-05T18:00:00-05:00'), weight: 3 },
  ]);
  expect(await db.enrolment.findMany({ where: { cohortId: copy } })).toMatchObject([
    { userId: await people.instructor.id(), role: 'INSTRUCTOR' },
  ]);
});

test('an instructor puts a cohort away, who runs the site brings it back with all that was in it', async () => {
  const { people, cohort, team } = await makeCast();
  const archive = async (person: Learner, archived: boolean) =>
    (await person.call(archiveCohort, 'POST', { archived }, contextOf(cohort))).status;
  const listed = async (person: Learner) => (await person.call(listCohorts, 'GET')).body as CohortList;
  const outsiders = [people.ada, people.nobody, people.stranger];
  for (const person of outsiders) expect(await archive(person, true)).toBe(404);
  expect([await archive(people.guest, true), await archive(people.assistant, true)]).toEqual([401, 403]);
  expect(await archive(people.instructor, true)).toBe(200);
  expect((await listed(people.instructor)).cohorts).toEqual([]);
  expect(await listed(people.admin)).toMatchObject({
    cohorts: [{ name: 'other' }],
    archived: [{ id: cohort, name: 'cast' }],
  });
  // Away, it is nobody's any more: not even its instructor's.
  for (const person of [people.instructor, people.assistant, ...outsiders])
    expect(await archive(person, false)).toBe(404);
  expect([await archive(people.admin, true), await archive(people.admin, false)]).toEqual([200, 200]);
  expect(await listed(people.instructor)).toMatchObject({ cohorts: [{ id: cohort, learners: 4 }], archived: [] });
  expect(await db.enrolment.count({ where: { teamId: team } })).toBe(2);
  expect((await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)).toEqual([
    ...['cohort.archive', 'cohort.restore'],
  ]);
});

test('a new cohort is joined by its code', async () => {
  const { people } = await makeCast();
  const cohort = await made(people.admin);
  const { joinCode } = await setupOf(people.admin, cohort);
  const { POST: join } = await import('@/app/api/cohorts/join/route');
  const newcomer = await member('Newcomer');
  expect((await newcomer.call(join, 'POST', { code: joinCode })).status).toBe(200);
  expect(await db.enrolment.count({ where: { cohortId: cohort, role: 'LEARNER' } })).toBe(1);
});
