import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { POST as joinCohort } from '@/app/api/cohorts/join/route';
import { POST as renewCode } from '@/app/api/teams/[id]/code/route';
import { DELETE as leave } from '@/app/api/teams/[id]/members/route';
import { POST as sayHello } from '@/app/api/teams/[id]/presence/route';
import { GET as readProgress } from '@/app/api/teams/[id]/progress/route';
import { GET as readTeam, PUT as rename } from '@/app/api/teams/[id]/route';
import { POST as join, GET as previewCode } from '@/app/api/teams/join/route';
import { PUT as move } from '@/app/api/teams/move/route';
import { POST as createTeam, GET as listTeams } from '@/app/api/teams/route';
import { PUT as share } from '@/app/api/teams/sharing/route';
import {
  CohortTeamsSchema,
  JoinedSchema,
  JoinPreviewSchema,
  OwnTeamsSchema,
  TeamAnswerSchema,
  TeamNameSchema,
  TeamProgressSchema,
} from '@/contracts/team';
import { db, disconnect, pool } from '@/server/db';
import { Learner } from './learner';
import { contextOf, makeCast, makeCohort, makeTeam, member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

beforeEach(() =>
  pool.query(
    'DELETE FROM outbox_event; DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"; DELETE FROM audit_entry',
  ),
);
afterAll(disconnect);

const codeOf = async (id: string) => (await db.team.findUniqueOrThrow({ where: { id } })).joinCode;
const cohortCodeOf = async (id: string) => (await db.cohort.findUniqueOrThrow({ where: { id } })).joinCode;
const teamOf = async (person: Learner, cohortId: string) =>
  (await db.enrolment.findFirst({ where: { userId: await person.id(), cohortId } }))?.teamId;
const status = async (answer: Promise<{ status: number }>) => (await answer).status;

test('who has no cohort joins one by its code, however it is typed, and twice is once', async () => {
  const cohort = await makeCohort('own', []);
  const ada = await member('Ada');
  expect(OwnTeamsSchema.parse((await ada.call(listTeams, 'GET')).body).cohorts).toEqual([]);
  const code = await cohortCodeOf(cohort);
  const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
  for (const _ of [1, 2]) {
    const { body } = await ada.call(joinCohort, 'POST', { code: typed });
    expect(JoinedSchema.parse(body)).toEqual({ cohort: { id: cohort, name: 'own' }, team: null });
  }
  expect(await db.enrolment.findMany({ where: { cohortId: cohort } })).toMatchObject([
    { role: 'LEARNER', teamId: null },
  ]);
});

test('joining does not make a learner of who teaches', async () => {
  const teacher = await member('Teacher');
  const cohort = await makeCohort('own', [[teacher, 'INSTRUCTOR']]);
  expect(await status(teacher.call(joinCohort, 'POST', { code: await cohortCodeOf(cohort) }))).toBe(200);
  expect(await db.enrolment.findFirstOrThrow({ where: { cohortId: cohort } })).toMatchObject({ role: 'INSTRUCTOR' });
});

test('guests and unknown codes get nowhere, nor do codes of an archived cohort', async () => {
  const cohort = await makeCohort('own', []);
  const code = await cohortCodeOf(cohort);
  const guest = await Learner.guest();
  const ada = await member('Ada');
  expect(await status(guest.call(joinCohort, 'POST', { code }))).toBe(401);
  expect(await status(guest.call(join, 'POST', { code }))).toBe(401);
  expect(await status(ada.call(joinCohort, 'POST', { code: 'AAAAAAAA' }))).toBe(404);
  expect(await status(ada.call(joinCohort, 'POST', { code: '<script>' }))).toBe(400);
  const team = await makeTeam(cohort, 'T', []);
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  expect(await status(ada.call(joinCohort, 'POST', { code }))).toBe(404);
  expect(await status(ada.call(join, 'POST', { code: await codeOf(team) }))).toBe(404);
  expect(await db.enrolment.count()).toBe(0);
});

test('guessing codes is stopped after twenty tries', async () => {
  const ada = await member('Ada');
  const answers: number[] = [];
  for (let at = 0; at < 22; at += 1) answers.push(await status(ada.call(join, 'POST', { code: `AAAA${1000 + at}` })));
  expect(answers.filter((one) => one === 404)).toHaveLength(20);
  expect(answers.slice(20)).toEqual([429, 429]);
});

test('a streak is counted from what a teammate may see, and is nobody’s business outside', async () => {
  const [ada, ben] = [await member('Ada'), await member('Ben')];
  const cohort = await makeCohort('own', [
    [ada, 'LEARNER'],
    [ben, 'LEARNER'],
  ]);
  const team = await makeTeam(cohort, 'T', [ada, ben]);
  const post = (ago: number, visibility: 'ME' | 'TEAM') => {
    const at = new Date(Date.now() - ago * 86_400_000);
    const day = new Date(at.toISOString().slice(0, 10));
    return ada
      .id()
      .then((userId) => db.logEntry.create({ data: { userId, day, timeZone: 'UTC', visibility, postedAt: at } }));
  };
  await post(0, 'TEAM');
  await post(1, 'TEAM');
  await post(2, 'ME');
  const streaksFor = async (person: Learner) =>
    TeamAnswerSchema.parse((await person.call(readTeam, 'GET', undefined, contextOf(team))).body).team.members.map(
      ({ name, streak }) => [name, streak],
    );
  expect(await streaksFor(ben)).toEqual([
    ['Ada', 2],
    ['Ben', null],
  ]);
  expect(await streaksFor(ada)).toEqual([
    ['Ada', 3],
    ['Ben', null],
  ]);
});

test('a learner makes a team, is in it, and makes no second one', async () => {
  const ada = await member('Ada');
  const cohort = await makeCohort('own', [[ada, 'LEARNER']]);
  const { status: made, body } = await ada.call(createTeam, 'POST', { cohort, name: '  슬기로운   부캠생활 ' });
  expect(made).toBe(201);
  const { team } = TeamAnswerSchema.parse(body);
  expect(team).toMatchObject({
    name: '슬기로운 부캠생활',
    viewer: 'member',
    shares: 'STATES',
    members: [{ name: 'Ada', streak: null }],
  });
  expect(team.joinCode).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
  expect(team.cohort.joinCode).toBeNull();
  expect(await status(ada.call(createTeam, 'POST', { cohort, name: 'Second' }))).toBe(409);
  expect(OwnTeamsSchema.parse((await ada.call(listTeams, 'GET')).body).cohorts).toMatchObject([
    { id: cohort, role: 'LEARNER', team: { id: team.id } },
  ]);
});

test('names are unique in a cohort: whatever the case, and however Hangul is composed', async () => {
  const [ada, bo] = [await member('Ada'), await member('Bo')];
  const cohort = await makeCohort('own', [
    [ada, 'LEARNER'],
    [bo, 'LEARNER'],
  ]);
  expect(await status(ada.call(createTeam, 'POST', { cohort, name: '경사 Gradient' }))).toBe(201);
  const same = ['경사 Gradient', '경사 gradient', '경사 Gradient'.normalize('NFD')];
  for (const name of same) expect(await status(bo.call(createTeam, 'POST', { cohort, name }))).toBe(409);
  // The same name elsewhere is no trouble.
  const elsewhere = await makeCohort('elsewhere', [[bo, 'LEARNER']]);
  expect(await status(bo.call(createTeam, 'POST', { cohort: elsewhere, name: '경사 Gradient' }))).toBe(201);
});

test.each(['', '   ', 'x'.repeat(41), 'a\u202Eb', 'a\u0000b', 'a\u200Bb'])('%j is no name', (name) => {
  expect(TeamNameSchema.safeParse(name).success).toBe(false);
});

test('two who make a team of one name at once make one', async () => {
  const people = await Promise.all([1, 2, 3, 4].map((at) => member(`P${at}`)));
  const cohort = await makeCohort(
    'own',
    people.map((person) => [person, 'LEARNER'] as const),
  );
  const answers = await Promise.all(
    people.map((p, at) => status(p.call(createTeam, 'POST', { cohort, name: at % 2 ? 'ReLU' : 'relu' }))),
  );
  expect(answers.toSorted()).toEqual([201, 409, 409, 409]);
});

test('a team code shows what it opens, then enrols and seats', async () => {
  const ada = await member('Ada');
  const cohort = await makeCohort('own', [[ada, 'LEARNER']]);
  const team = await makeTeam(cohort, '역전파', [ada]);
  const code = await codeOf(team);
  const bo = await member('Bo');
  const preview = async (person: Learner, asked = code) =>
    JoinPreviewSchema.parse((await person.call(previewCode, 'GET', undefined, { query: { code: asked } })).body);
  expect(await preview(bo)).toEqual({ kind: 'team', name: '역전파', cohort: 'own', state: 'open', team });
  expect(await db.enrolment.count({ where: { cohortId: cohort } })).toBe(1);
  expect(JoinedSchema.parse((await bo.call(join, 'POST', { code })).body).team).toEqual({ id: team, name: '역전파' });
  expect(await status(bo.call(join, 'POST', { code }))).toBe(200);
  expect(await teamOf(bo, cohort)).toBe(team);
  expect(await preview(bo)).toMatchObject({ state: 'in' });
  expect(await preview(bo, await cohortCodeOf(cohort))).toMatchObject({ kind: 'cohort', state: 'in', team });
  // Everybody's pages were told.
  const told = await db.outboxEvent.findMany({ where: { stream: `user:${await ada.id()}` } });
  expect(told.map(({ payload }) => payload)).toContainEqual({ type: 'team', team });
});

test('who is in a team or teaches cannot join another', async () => {
  const { people, cohort, team, otherTeam } = await makeCast();
  const code = await codeOf(team);
  expect(await status(people.eve.call(join, 'POST', { code }))).toBe(409);
  expect(await status(people.assistant.call(join, 'POST', { code }))).toBe(403);
  const { body } = await people.eve.call(previewCode, 'GET', undefined, { query: { code } });
  expect(JoinPreviewSchema.parse(body).state).toBe('elsewhere');
  expect(await teamOf(people.eve, cohort)).toBe(otherTeam);
});

test('the last place is taken once', async () => {
  const cohort = await makeCohort('own', [], { teamSize: 2 });
  const team = await makeTeam(cohort, 'Pair', []);
  const code = await codeOf(team);
  const people = await Promise.all([1, 2, 3, 4, 5].map((at) => member(`P${at}`)));
  const answers = await Promise.all(people.map((person) => status(person.call(join, 'POST', { code }))));
  expect(answers.toSorted()).toEqual([200, 200, 409, 409, 409]);
  expect(await db.enrolment.count({ where: { teamId: team } })).toBe(2);
  const { body } = await (await member('Late')).call(previewCode, 'GET', undefined, { query: { code } });
  expect(JoinPreviewSchema.parse(body).state).toBe('full');
});

test('a new code opens the team, the old one nothing', async () => {
  const { people, team } = await makeCast();
  const old = await codeOf(team);
  const { body } = await people.ada.call(renewCode, 'POST', undefined, contextOf(team));
  const { joinCode } = TeamAnswerSchema.parse(body).team;
  expect(joinCode).not.toBe(old);
  expect(await status(people.lone.call(join, 'POST', { code: old }))).toBe(404);
  expect(await status(people.lone.call(join, 'POST', { code: joinCode }))).toBe(200);
});

test('who leaves sees the team no more, and it stays when nobody is left', async () => {
  const { people, team, cohort } = await makeCast();
  for (const person of [people.ada, people.bo]) {
    expect(await status(person.call(leave, 'DELETE', undefined, contextOf(team)))).toBe(200);
    expect(await status(person.call(readTeam, 'GET', undefined, contextOf(team)))).toBe(404);
    expect(await status(person.call(leave, 'DELETE', undefined, contextOf(team)))).toBe(404);
  }
  expect(await teamOf(people.ada, cohort)).toBeNull();
  expect(await db.team.count({ where: { id: team } })).toBe(1);
});

test('an instructor moves a learner, takes one out, and it is on record', async () => {
  const { people, team, otherTeam, cohort } = await makeCast();
  const bo = await people.bo.id();
  const put = (to: string | null, user = bo) =>
    status(people.instructor.call(move, 'PUT', { cohort, user, team: to, reason: '짝이 맞게' }));
  expect(await put(otherTeam)).toBe(200);
  expect(await teamOf(people.bo, cohort)).toBe(otherTeam);
  expect(await put(null)).toBe(200);
  expect(await teamOf(people.bo, cohort)).toBeNull();
  expect(await db.auditEntry.findMany({ orderBy: { createdAt: 'asc' } })).toMatchObject([
    {
      action: 'member.move',
      subject: bo,
      cohortId: cohort,
      reason: '짝이 맞게',
      detail: { from: team, to: otherTeam },
    },
    { action: 'member.move', detail: { from: otherTeam, to: null } },
  ]);
  // Nobody from elsewhere, into nothing of elsewhere, and no one who teaches.
  expect(await put(team, await people.nobody.id())).toBe(404);
  expect(await put(team, await people.assistant.id())).toBe(404);
  expect(await put(await makeTeam(await makeCohort('third', []), 'T', []))).toBe(404);
  await db.cohort.update({ where: { id: cohort }, data: { teamSize: 1 } });
  expect(await put(otherTeam)).toBe(409);
});

test('staff see all teams of their cohort and who is in none', async () => {
  const { people, cohort } = await makeCast();
  const list = async (person: Learner) => person.call(listTeams, 'GET', undefined, { query: { cohort } });
  const seen = CohortTeamsSchema.parse((await list(people.assistant)).body);
  expect(seen.teams.map(({ name, members }) => [name, members.map((one) => one.name)])).toEqual([
    ['Backprop', ['Eve']],
    ['경사', ['김서연', 'Bo']],
  ]);
  expect(seen.without.map(({ name }) => name)).toEqual(['Lone']);
  expect(seen.cohort.joinCode).toBeNull();
  expect(CohortTeamsSchema.parse((await list(people.instructor)).body).cohort.joinCode).toMatch(/^\w{8}$/);
});

test('progress is shown as far as each member agrees, and staff see all', async () => {
  const { people, cohort, team } = await makeCast();
  const { ada, bo, lone } = people;
  await lone.call(join, 'POST', { code: await codeOf(team) });
  for (const person of [ada, bo, lone]) {
    const userId = await person.id();
    await db.exerciseProgress.createMany({
      data: [
        { userId, exerciseId: '02-mlp/softmax', state: 'PASSED', attempts: 3, bestScore: 10, maxScore: 10 },
        { userId, exerciseId: '02-mlp/dense-forward', state: 'TRYING', attempts: 2, bestScore: 4, maxScore: 10 },
      ],
    });
    await db.submission.createMany({
      data: [0, 1].map((number) => ({
        ...{ userId, exerciseId: '02-mlp/softmax', number, source: '', locale: 'ko', clientId: crypto.randomUUID() },
      })),
    });
  }
  const set = (person: Learner, shares: string) => status(person.call(share, 'PUT', { cohort, shares }));
  expect([await set(ada, 'NOTHING'), await set(bo, 'STATES'), await set(lone, 'DETAILS')]).toEqual([200, 200, 200]);
  const read = async (person: Learner) =>
    Object.fromEntries(
      TeamProgressSchema.parse((await person.call(readProgress, 'GET', undefined, contextOf(team))).body).members.map(
        (row) => [row.name, { passed: row.passed.length, tried: row.tried?.length ?? null, days: row.days }],
      ),
    );
  const [nothing, states, all] = [
    { passed: 0, tried: null, days: null },
    { passed: 1, tried: null, days: null },
    { passed: 1, tried: 2, days: 1 },
  ];
  expect(await read(bo)).toEqual({ 김서연: nothing, Bo: all, Lone: all });
  expect(await read(lone)).toEqual({ 김서연: nothing, Bo: states, Lone: all });
  expect(await read(people.assistant)).toEqual({ 김서연: all, Bo: all, Lone: all });
});

test('in an archived cohort a team can be read, and nothing of it changes', async () => {
  const { people, team, cohort } = await makeCast();
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  expect(await status(people.ada.call(readTeam, 'GET', undefined, contextOf(team)))).toBe(200);
  expect(await status(people.ada.call(rename, 'PUT', { name: 'New' }, contextOf(team)))).toBe(404);
  expect(await status(people.ada.call(renewCode, 'POST', undefined, contextOf(team)))).toBe(404);
  expect(await status(people.ada.call(leave, 'DELETE', undefined, contextOf(team)))).toBe(404);
  expect(await status(people.ada.call(share, 'PUT', { cohort, shares: 'NOTHING' }))).toBe(404);
});

// Every route × everybody. Who is in no cohort of the team's, or in another team, is told that there is no such thing.
const EVERYBODY = ['guest', 'nobody', 'lone', 'eve', 'ada', 'assistant', 'instructor', 'stranger', 'admin'] as const;
const MATRIX: [string, Record<(typeof EVERYBODY)[number], number>][] = [
  [
    'read',
    {
      guest: 401,
      nobody: 404,
      lone: 404,
      eve: 404,
      ada: 200,
      assistant: 200,
      instructor: 200,
      stranger: 404,
      admin: 200,
    },
  ],
  [
    'progress',
    {
      guest: 401,
      nobody: 404,
      lone: 404,
      eve: 404,
      ada: 200,
      assistant: 200,
      instructor: 200,
      stranger: 404,
      admin: 200,
    },
  ],
  [
    'rename',
    {
      guest: 401,
      nobody: 404,
      lone: 404,
      eve: 404,
      ada: 200,
      assistant: 403,
      instructor: 200,
      stranger: 404,
      admin: 200,
    },
  ],
  [
    'code',
    {
      guest: 401,
      nobody: 404,
      lone: 404,
      eve: 404,
      ada: 200,
      assistant: 403,
      instructor: 200,
      stranger: 404,
      admin: 200,
    },
  ],
  [
    'presence',
    {
      guest: 401,
      nobody: 404,
      lone: 404,
      eve: 404,
      ada: 200,
      assistant: 404,
      instructor: 404,
      stranger: 404,
      admin: 404,
    },
  ],
  [
    'list',
    {
      guest: 401,
      nobody: 404,
      lone: 404,
      eve: 404,
      ada: 404,
      assistant: 200,
      instructor: 200,
      stranger: 404,
      admin: 200,
    },
  ],
  [
    'create',
    {
      guest: 401,
      nobody: 404,
      lone: 201,
      eve: 409,
      ada: 409,
      assistant: 404,
      instructor: 404,
      stranger: 404,
      admin: 404,
    },
  ],
  [
    'move',
    {
      guest: 401,
      nobody: 404,
      lone: 404,
      eve: 404,
      ada: 404,
      assistant: 403,
      instructor: 200,
      stranger: 404,
      admin: 200,
    },
  ],
  [
    'share',
    {
      guest: 401,
      nobody: 404,
      lone: 200,
      eve: 200,
      ada: 200,
      assistant: 404,
      instructor: 404,
      stranger: 404,
      admin: 404,
    },
  ],
  [
    'leave',
    {
      guest: 401,
      nobody: 404,
      lone: 404,
      eve: 404,
      ada: 200,
      assistant: 404,
      instructor: 404,
      stranger: 404,
      admin: 404,
    },
  ],
];

test.each(MATRIX)('who may: %s', async (what, expected) => {
  const { people, team, cohort } = await makeCast();
  const user = await people.bo.id();
  const asks: Record<string, (person: Learner, name: string) => Promise<{ status: number }>> = {
    read: (person) => person.call(readTeam, 'GET', undefined, contextOf(team)),
    progress: (person) => person.call(readProgress, 'GET', undefined, contextOf(team)),
    rename: (person, name) => person.call(rename, 'PUT', { name: `By ${name}` }, contextOf(team)),
    code: (person) => person.call(renewCode, 'POST', undefined, contextOf(team)),
    presence: (person) => person.call(sayHello, 'POST', { hello: true }, contextOf(team)),
    list: (person) => person.call(listTeams, 'GET', undefined, { query: { cohort } }),
    create: (person, name) => person.call(createTeam, 'POST', { cohort, name: `Of ${name}` }),
    move: (person) => person.call(move, 'PUT', { cohort, user, team: null }),
    share: (person) => person.call(share, 'PUT', { cohort, shares: 'NOTHING' }),
    leave: (person) => person.call(leave, 'DELETE', undefined, contextOf(team)),
  };
  const ask = asks[what] as (typeof asks)[string];
  const answers: Record<string, number> = {};
  for (const name of EVERYBODY) answers[name] = await status(ask(people[name], name));
  expect(answers).toEqual(expected);
});
