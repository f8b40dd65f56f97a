import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { ExerciseProgress } from '@/.generated/prisma/client';
import { GET as readCell } from '@/app/api/cohorts/[id]/cells/route';
import { GET as readMatrix } from '@/app/api/cohorts/[id]/matrix/route';
import { GET as listCohorts } from '@/app/api/cohorts/route';
import { codeAt, readCode } from '@/components/instructor/matrix/cells';
import { CellSchema, CohortListSchema, MatrixSchema } from '@/contracts/cohort';
import { db, disconnect } from '@/server/db';
import type { Learner } from './learner';
import { DENSE, LONG, manifestOfTests } from './manifest';
import { contextOf, makeCast, makeCohort, makeTeam, member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

beforeEach(async () => {
  await db.cohort.deleteMany();
  await db.user.deleteMany();
});
afterAll(disconnect);

const DUE = new Date('2026-11-20T14:59:59Z');

async function matrixOf(person: Learner, cohort: string) {
  const { body } = await person.call(readMatrix, 'GET', undefined, contextOf(cohort));
  return MatrixSchema.parse(body);
}

function askCell(person: Learner, cohort: string, query: Record<string, string>) {
  return person.call(readCell, 'GET', undefined, { ...contextOf(cohort), query });
}

async function progress(learner: Learner, row: Partial<ExerciseProgress>, exerciseId = DENSE) {
  await db.exerciseProgress.create({ data: { userId: await learner.id(), exerciseId, ...row } });
}

/** The one learner's cell of the one planned exercise. */
async function cellOf(row: Partial<ExerciseProgress>, timeZone = 'Asia/Seoul') {
  const [teacher, learner] = [await member('Teacher'), await member('Learner')];
  const cohort = await makeCohort(
    'cells',
    [
      [teacher, 'INSTRUCTOR'],
      [learner, 'LEARNER'],
    ],
    { timeZone },
  );
  await db.assignment.create({ data: { cohortId: cohort, exerciseId: DENSE, dueAt: DUE } });
  await progress(learner, row);
  const { learners } = await matrixOf(teacher, cohort);
  return readCode(codeAt(learners[0]?.cells ?? '', 0));
}

const TRIED = { attempts: 3, lastAttemptAt: new Date('2026-11-19T16:00:00Z') };
const PASSED = { ...TRIED, state: 'PASSED' as const, firstPassedAt: new Date('2026-11-18T12:00:00Z') };
const at = (day: string) => new Date(`${day}T00:00:00Z`);

test.each([
  ['a hint alone is no start', { hintsOpened: 2 }, { state: 'none', attempts: 0, day: null }],
  ['attempts with the day of the last', TRIED, { state: 'trying', attempts: 3, day: at('2026-11-20') }],
  ['a pass with its day', PASSED, { state: 'passed', attempts: 3, day: at('2026-11-18') }],
  ['a pass on the last second', { ...PASSED, firstPassedAt: DUE }, { state: 'passed' }],
  ['a pass after that', { ...PASSED, firstPassedAt: new Date(DUE.getTime() + 1) }, { state: 'late' }],
  ['a pass after the solution', { ...PASSED, state: 'PASSED_AFTER_SOLUTION' as const }, { state: 'after-solution' }],
  ['a pass set by hand', { ...PASSED, overriddenAt: DUE }, { state: 'overridden-passed' }],
  ['no pass, set by hand', { ...TRIED, overriddenAt: DUE }, { state: 'overridden-open', attempts: 3 }],
  ['more attempts than a digit holds', { ...TRIED, attempts: 400 }, { state: 'trying', attempts: 35 }],
] as const)('a cell says %s', async (_what, row, said) => {
  expect(await cellOf(row)).toMatchObject(said);
});

test('days are those of the cohort’s wall clock', async () => {
  expect(await cellOf(TRIED, 'America/Los_Angeles')).toMatchObject({ day: at('2026-11-19') });
});

test('the matrix has every learner and no staff, their teams, the plan in course order, and who was last active', async () => {
  const { people, cohort, team } = await makeCast();
  await db.assignment.createMany({
    data: [
      { cohortId: cohort, exerciseId: LONG },
      { cohortId: cohort, exerciseId: DENSE, dueAt: DUE },
    ],
  });
  await progress(people.ada, TRIED, LONG);
  await progress(people.stranger, PASSED);
  const { exercises, teams, learners } = await matrixOf(people.instructor, cohort);
  expect(exercises).toEqual([
    { id: DENSE, due: DUE.toISOString() },
    { id: LONG, due: null },
  ]);
  expect(teams.map(({ name }) => name)).toEqual(['Backprop', '경사']);
  const shown = learners.map(({ name, team, active, cells }) => [
    name,
    team === null ? null : teams[team]?.name,
    active,
    cells,
  ]);
  expect(shown).toEqual([
    ['Bo', '경사', null, '.0000.0000'],
    ['Eve', 'Backprop', null, '.0000.0000'],
    ['Lone', null, null, '.0000.0000'],
    ['김서연', '경사', TRIED.lastAttemptAt.toISOString(), '.0000t31xv'],
  ]);
  expect(teams.find(({ name }) => name === '경사')?.id).toBe(team);
});

test('without a plan the whole course is shown, and nothing is due', async () => {
  const teacher = await member('Teacher');
  const cohort = await makeCohort('free', [[teacher, 'INSTRUCTOR']]);
  const { exercises, learners } = await matrixOf(teacher, cohort);
  const { exercises: all } = await manifestOfTests().readManifest();
  expect(exercises).toEqual(all.map(({ id }) => ({ id, due: null })));
  expect(learners).toEqual([]);
});

test('what stands behind a cell', async () => {
  const { people, cohort } = await makeCast();
  await progress(people.ada, { ...PASSED, bestScore: 8, maxScore: 10, hintsOpened: 1 });
  const { createdAt } = await people.ada.submit();
  const learner = await people.ada.id();
  const { body } = await askCell(people.assistant, cohort, { learner, exercise: DENSE });
  expect(CellSchema.parse(body)).toEqual({
    ...{ attempts: 3, bestScore: 8, maxScore: 10, hintsOpened: 1, handedInAt: createdAt },
    ...{ passedAt: PASSED.firstPassedAt.toISOString(), gaveUpAt: null, overriddenAt: null },
  });
  const untouched = await askCell(people.assistant, cohort, { learner: await people.eve.id(), exercise: DENSE });
  expect(untouched.body).toMatchObject({ attempts: 0, handedInAt: null });
});

test('a cell is asked for by a learner of this very cohort', async () => {
  const { people, cohort, other } = await makeCast();
  const learner = await people.ada.id();
  await db.enrolment.create({ data: { userId: await people.instructor.id(), cohortId: other, role: 'INSTRUCTOR' } });
  expect((await askCell(people.instructor, other, { learner, exercise: DENSE })).status).toBe(404);
  expect(
    (await askCell(people.instructor, cohort, { learner: await people.assistant.id(), exercise: DENSE })).status,
  ).toBe(404);
  expect((await askCell(people.instructor, cohort, { learner: 'nobody', exercise: DENSE })).status).toBe(404);
  expect((await askCell(people.instructor, cohort, { learner, exercise: '../etc' })).status).toBe(400);
  expect((await askCell(people.instructor, cohort, { learner })).status).toBe(400);
});

test('who sees a matrix, and what is behind its cells', async () => {
  const { people, cohort } = await makeCast();
  const query = { learner: await people.ada.id(), exercise: DENSE };
  const answers: Record<string, [matrix: number, cell: number]> = {};
  for (const [name, person] of Object.entries(people)) {
    const matrix = await person.call(readMatrix, 'GET', undefined, contextOf(cohort));
    answers[name] = [matrix.status, (await askCell(person, cohort, query)).status];
  }
  expect(answers).toEqual({
    ...{ ada: [404, 404], bo: [404, 404], eve: [404, 404], lone: [404, 404], nobody: [404, 404], stranger: [404, 404] },
    ...{ guest: [401, 401], assistant: [200, 200], instructor: [200, 200], admin: [200, 200] },
  });
});

test('an archived cohort shows nothing any more', async () => {
  const { people, cohort } = await makeCast();
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  for (const person of [people.instructor, people.admin]) {
    expect((await person.call(readMatrix, 'GET', undefined, contextOf(cohort))).status).toBe(404);
  }
});

test('staff see the cohorts that they assist or teach, who runs the site sees all', async () => {
  const { people, cohort } = await makeCast();
  await db.assignment.create({ data: { cohortId: cohort, exerciseId: DENSE } });
  const listed = async (person: Learner) =>
    CohortListSchema.parse((await person.call(listCohorts, 'GET')).body).cohorts;
  expect(await listed(people.assistant)).toEqual([
    { id: cohort, name: 'cast', startsOn: '2026-11-02', endsOn: null, learners: 4, exercises: 1 },
  ]);
  expect((await listed(people.stranger)).map(({ name }) => name)).toEqual(['other']);
  expect((await listed(people.admin)).map(({ name }) => name).toSorted()).toEqual(['cast', 'other']);
  expect(await listed(people.ada)).toEqual([]);
  expect((await people.guest.call(listCohorts, 'GET')).status).toBe(401);
});

test('a learner of two cohorts is in each matrix, late in the one and in time in the other', async () => {
  const [teacher, learner] = [await member('Teacher'), await member('Learner')];
  const people = [
    [teacher, 'INSTRUCTOR'],
    [learner, 'LEARNER'],
  ] as const;
  const [strict, mild] = [await makeCohort('strict', people), await makeCohort('mild', people)];
  await makeTeam(mild, 'Team', [learner]);
  const later = new Date(DUE.getTime() + 1);
  await db.assignment.createMany({
    data: [
      { cohortId: strict, exerciseId: DENSE, dueAt: DUE },
      { cohortId: mild, exerciseId: DENSE, dueAt: later },
    ],
  });
  await progress(learner, { ...PASSED, firstPassedAt: later });
  expect((await matrixOf(teacher, strict)).learners).toMatchObject([
    { team: null, cells: expect.stringMatching(/^l/) },
  ]);
  expect((await matrixOf(teacher, mild)).learners).toMatchObject([{ team: 0, cells: expect.stringMatching(/^p/) }]);
});
