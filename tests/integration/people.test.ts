import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as exportData } from '@/app/api/account/export/route';
import { POST as useLink } from '@/app/api/account/links/route';
import { DELETE as deleteAccount } from '@/app/api/account/route';
import { POST as signIn } from '@/app/api/account/sign-in/route';
import { POST as signUp } from '@/app/api/account/sign-up/route';
import { POST as renewCode } from '@/app/api/cohorts/[id]/code/route';
import { DELETE as revoke } from '@/app/api/cohorts/[id]/invitations/[invitation]/route';
import { POST as renew } from '@/app/api/cohorts/[id]/invitations/route';
import { PATCH as change, DELETE as remove } from '@/app/api/cohorts/[id]/people/[user]/route';
import { GET as readPeople } from '@/app/api/cohorts/[id]/people/route';
import { POST as restore } from '@/app/api/cohorts/[id]/removals/[removal]/route';
import { POST as importRoster } from '@/app/api/cohorts/[id]/roster/route';
import { POST as joinCohort } from '@/app/api/cohorts/join/route';
import { POST as takeInvitation } from '@/app/api/invitations/route';
import { GET as readInbox } from '@/app/api/notifications/route';
import { exampleRoster } from '@/components/instructor/people/example-roster';
import {
  InvitationLinksSchema,
  JoinCodeAnswerSchema,
  PEOPLE_PER_PAGE,
  PeoplePageSchema,
  type PersonChange,
  RemovedSchema,
  ROSTER_BYTES,
  RosterAnswerSchema,
} from '@/contracts/cohort-people';
import { InboxSchema } from '@/contracts/notifications';
import { JoinedSchema } from '@/contracts/team';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { createSignInLink } from '@/server/accounts/links';
import { db, disconnect, pool } from '@/server/db';
import { keepHouse } from '@/server/grader/housekeeping';
import { findInvitation } from '@/server/people/take-invitation';
import { checkProgress } from '@/server/progress/check';
import { newPerson, Visitor } from './accounts/visitor';
import { Learner } from './learner';
import { DENSE } from './manifest';
import { contextOf, makeCast, member } from './team-people';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

beforeEach(() => pool.query('DELETE FROM cohort; DELETE FROM "user"; DELETE FROM rate_limit; DELETE FROM audit_entry'));
afterAll(disconnect);

type Answer = Promise<{ status: number; body: unknown }>;

const of = (id: string, rest: Record<string, string>) => ({ context: { params: Promise.resolve({ id, ...rest }) } });
const status = async (answer: Answer) => (await answer).status;
const list = (who: Visitor, cohort: string, query: Record<string, string> = {}) =>
  who.call(readPeople, 'GET', undefined, { ...contextOf(cohort), query });
const pageOf = async (who: Visitor, cohort: string, query: Record<string, string> = {}) =>
  PeoplePageSchema.parse((await list(who, cohort, query)).body);
const patch = async (who: Visitor, cohort: string, whom: Learner, input: PersonChange) =>
  who.call(change, 'PATCH', input, of(cohort, { user: await whom.id() }) as never);
const role = (who: Visitor, cohort: string, whom: Learner, to: 'LEARNER' | 'ASSISTANT' | 'INSTRUCTOR') =>
  patch(who, cohort, whom, { action: 'role', role: to });
const takeOut = async (who: Visitor, cohort: string, whom: Learner) =>
  who.call(remove, 'DELETE', undefined, of(cohort, { user: await whom.id() }) as never);
const undo = (who: Visitor, cohort: string, removal: string) =>
  who.call(restore, 'POST', undefined, of(cohort, { removal }) as never);
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const sendRoster = (who: Visitor, cohort: string, text: string | Buffer, apply?: string) =>
  who.call(importRoster, 'POST', { roster: { file: base64(text) }, locale: 'en', apply }, contextOf(cohort));
const takeBack = (who: Visitor, cohort: string, invitation: string) =>
  who.call(revoke, 'DELETE', undefined, of(cohort, { invitation }) as never);
const take = (who: Visitor, token: string) => who.call(takeInvitation, 'POST', { token });

async function enrolmentOf(person: Learner, cohortId: string) {
  return db.enrolment.findUnique({
    where: { userId_cohortId: { userId: await person.id(), cohortId } },
    select: { role: true, teamId: true },
  });
}

/** Lines of somebody's inbox about their places, the newest first. */
async function told(who: Visitor) {
  const { groups } = InboxSchema.parse((await who.call(readInbox, 'GET', undefined, { query: { show: 'all' } })).body);
  return groups.flatMap(({ lines }) =>
    lines.flatMap(({ place, actor }) => (place === null ? [] : [{ actor, ...place }])),
  );
}

const audited = async (action: string) =>
  db.auditEntry.findMany({ where: { action }, select: { actorId: true, subject: true, cohortId: true, detail: true } });

/** What a roster would do. */
async function planOf(who: Visitor, cohort: string, text: string | Buffer) {
  const answer = RosterAnswerSchema.parse((await sendRoster(who, cohort, text)).body);
  if (answer.kind !== 'plan') throw new Error(JSON.stringify(answer));
  return answer;
}

/** Applies one that has to be applicable. */
async function applied(who: Visitor, cohort: string, text: string) {
  const { digest } = await planOf(who, cohort, text);
  const answer = RosterAnswerSchema.parse((await sendRoster(who, cohort, text, digest)).body);
  if (answer.kind !== 'applied') throw new Error(JSON.stringify(answer));
  return answer;
}

/** Invites an address; the token of its link. */
async function invite(who: Visitor, cohort: string, row: string): Promise<string> {
  const { links } = await applied(who, cohort, `email,role,team\n${row}`);
  return tokenOf(links[0]?.url ?? '');
}

const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

/** Somebody who signs up with an address of theirs, which nobody has confirmed. */
async function newcomer(email = newPerson().email) {
  const visitor = new Learner();
  const person = { ...newPerson('Newcomer'), email };
  expect((await visitor.call(signUp, 'POST', person)).status).toBe(200);
  return { visitor, person };
}

async function confirm(visitor: Learner): Promise<void> {
  const { url } = await createSignInLink('VERIFY_EMAIL', await visitor.id());
  expect((await new Visitor().call(useLink, 'POST', { token: tokenOf(url) })).status).toBe(200);
}

// ── The list ───────────────────────────────────────────────────────────────

test('staff see everybody enrolled and invited, with what instructors choose from', async () => {
  const { people, cohort, team } = await makeCast();
  await invite(people.instructor, cohort, 'waits@x.org,learner,경사');
  const page = await pageOf(people.instructor, cohort);
  expect(page).toMatchObject({
    ...{ isManager: true, self: await people.instructor.id(), mail: false, enrolled: 6, invited: 1, matching: 7 },
    cohort: { name: 'cast', joinCode: expect.stringMatching(/^[A-Z2-9]{8}$/) },
    teams: [
      { name: 'Backprop', members: 1 },
      { name: '경사', members: 2 },
    ],
    ...{ cohorts: [], removed: [] },
  });
  expect(page.people.map(({ name, state, role }) => [name, state, role])).toEqual([
    ['', 'invited', 'LEARNER'],
    ['Assistant', 'enrolled', 'ASSISTANT'],
    ['Bo', 'enrolled', 'LEARNER'],
    ['Eve', 'enrolled', 'LEARNER'],
    ['Instructor', 'enrolled', 'INSTRUCTOR'],
    ['Lone', 'enrolled', 'LEARNER'],
    ['김서연', 'enrolled', 'LEARNER'],
  ]);
  expect(page.people[0]).toMatchObject({ email: 'waits@x.org', active: null, team: { id: team, name: '경사' } });
  expect(await pageOf(people.assistant, cohort)).toMatchObject({
    ...{ isManager: false, matching: 7, cohorts: [], cohort: { joinCode: null } },
  });
});

test.each([
  ['a part of a name, in any case', { q: 'INSTRUCT' }, ['Instructor']],
  ['Korean', { q: '서연' }, ['김서연']],
  ['a part of an address', { q: 'waits@' }, ['']],
  ['what a pattern would take for anything', { q: '%' }, []],
  ['a role', { role: 'ASSISTANT' }, ['Assistant']],
  ['no team', { team: 'none', role: 'LEARNER', state: 'enrolled' }, ['Lone']],
  ['who is invited', { state: 'invited' }, ['']],
  [
    'names downwards',
    { sort: 'name', order: 'desc', role: 'LEARNER', state: 'enrolled' },
    ['김서연', 'Lone', 'Eve', 'Bo'],
  ],
  [
    'roles downwards',
    { sort: 'role', order: 'desc', team: 'none', state: 'enrolled' },
    ['Instructor', 'Assistant', 'Lone'],
  ],
  ['teams, who has none last', { sort: 'team', role: 'LEARNER', state: 'enrolled' }, ['Eve', 'Bo', '김서연', 'Lone']],
  ['a page past the last', { page: '99', role: 'ASSISTANT' }, ['Assistant']],
])('the list is asked for %s', async (_what, query, names) => {
  const { people, cohort } = await makeCast();
  await invite(people.instructor, cohort, 'waits@x.org,learner,');
  const page = await pageOf(people.assistant, cohort, query);
  expect(page.people.map(({ name }) => name)).toEqual(names);
  expect(page.matching).toBe(names.length);
});

test('ten thousand people come a page at a time, each once', async () => {
  const { people, cohort } = await makeCast();
  await pool.query(
    `WITH made AS (
       INSERT INTO "user" (id, name, email, updated_at)
       SELECT 'p' || n, 'Person', 'p' || n || '@many.org', now() FROM generate_series(1, 10000) AS n RETURNING id
     ) INSERT INTO enrolment (user_id, cohort_id) SELECT id, $1 FROM made`,
    [cohort],
  );
  const query = { q: '@many.org', sort: 'active' };
  const [first, last] = [
    await pageOf(people.instructor, cohort, query),
    await pageOf(people.instructor, cohort, { ...query, page: '100' }),
  ];
  expect([first.matching, first.people.length, last.people.length, last.page]).toEqual([
    ...[10_000, PEOPLE_PER_PAGE, PEOPLE_PER_PAGE, 100],
  ]);
  const second = await pageOf(people.instructor, cohort, { ...query, page: '2' });
  const ids = [first, second, last].flatMap(({ people }) => people.map(({ id }) => id));
  expect(new Set(ids).size).toBe(3 * PEOPLE_PER_PAGE);
});

test.each([
  ['a role that is none', { role: 'KING' }],
  ['a team that is none', { team: 'x' }],
  ['page nothing', { page: '0' }],
  ['a column that is none', { sort: 'password' }],
])('%s is refused', async (_what, query) => {
  const { people, cohort } = await makeCast();
  expect(await status(list(people.instructor, cohort, query))).toBe(400);
});

// ── Roles ──────────────────────────────────────────────────────────────────

test('an instructor makes an assistant and an instructor, and back; they are told, and it is on record', async () => {
  const { people, cohort, team } = await makeCast();
  for (const to of ['ASSISTANT', 'INSTRUCTOR', 'LEARNER'] as const) {
    expect(await status(role(people.instructor, cohort, people.bo, to))).toBe(200);
    // Staff are in no team, and whoever comes back has left theirs.
    expect(await enrolmentOf(people.bo, cohort)).toEqual({ role: to, teamId: null });
  }
  expect(await told(people.bo)).toMatchObject([
    { actor: 'Instructor', change: 'role', cohort: 'cast', role: 'LEARNER' },
    { change: 'role', role: 'INSTRUCTOR' },
    { change: 'role', role: 'ASSISTANT' },
  ]);
  const [first] = await audited('member.role');
  expect(first).toMatchObject({
    ...{ subject: await people.bo.id(), actorId: await people.instructor.id(), cohortId: cohort },
    detail: { role: 'ASSISTANT', roleBefore: 'LEARNER', teamBefore: team },
  });
});

test('a role that somebody has already is no change', async () => {
  const { people, cohort } = await makeCast();
  expect(await status(role(people.instructor, cohort, people.bo, 'LEARNER'))).toBe(200);
  expect(await told(people.bo)).toEqual([]);
  expect(await audited('member.role')).toEqual([]);
});

test('nobody takes the last instructor away, not even who runs the site', async () => {
  const { people, cohort } = await makeCast();
  for (const who of [people.instructor, people.admin]) {
    expect(await status(role(who, cohort, people.instructor, 'ASSISTANT'))).toBe(409);
    expect(await status(takeOut(who, cohort, people.instructor))).toBe(409);
  }
  const { id: elsewhere } = await db.cohort.findFirstOrThrow({ where: { slug: 'other' } });
  expect(await status(patch(people.admin, cohort, people.instructor, { action: 'cohort', cohort: elsewhere }))).toBe(
    409,
  );
  expect(await enrolmentOf(people.instructor, cohort)).toMatchObject({ role: 'INSTRUCTOR' });
  expect(await db.enrolmentChange.count()).toBe(0);
  await role(people.instructor, cohort, people.bo, 'INSTRUCTOR');
  expect(await status(role(people.instructor, cohort, people.instructor, 'ASSISTANT'))).toBe(200);
});

test('of two instructors who demote each other at the same time one stays', async () => {
  for (const _ of [1, 2, 3]) {
    await pool.query('DELETE FROM cohort; DELETE FROM "user"; DELETE FROM rate_limit');
    const { people, cohort } = await makeCast();
    await role(people.instructor, cohort, people.bo, 'INSTRUCTOR');
    const answers = await Promise.all([
      status(role(people.instructor, cohort, people.bo, 'LEARNER')),
      status(role(people.bo, cohort, people.instructor, 'LEARNER')),
    ]);
    // The second is no instructor any more by the time that it is their turn.
    expect(answers.toSorted()).toEqual([200, 404]);
    expect(await db.enrolment.count({ where: { cohortId: cohort, role: 'INSTRUCTOR' } })).toBe(1);
  }
});

test('of two instructors who both step down at the same time one stays', async () => {
  const { people, cohort } = await makeCast();
  await role(people.instructor, cohort, people.bo, 'INSTRUCTOR');
  const answers = await Promise.all([
    status(role(people.instructor, cohort, people.instructor, 'ASSISTANT')),
    status(role(people.bo, cohort, people.bo, 'ASSISTANT')),
  ]);
  expect(answers.toSorted()).toEqual([200, 409]);
  expect(await db.enrolment.count({ where: { cohortId: cohort, role: 'INSTRUCTOR' } })).toBe(1);
});

test('who may look and who may change', async () => {
  const { people, cohort } = await makeCast();
  const answers: Record<string, number[]> = {};
  for (const [name, person] of Object.entries(people)) {
    const asked = [
      list(person, cohort),
      role(person, cohort, people.lone, 'LEARNER'),
      sendRoster(person, cohort, 'email\na@x.org'),
      sendRoster(person, cohort, ''),
      undo(person, cohort, crypto.randomUUID()),
      takeBack(person, cohort, crypto.randomUUID()),
      person.call(renew, 'POST', { invitations: 'all', send: false, locale: 'en' }, contextOf(cohort)),
      person.call(renewCode, 'POST', undefined, contextOf(cohort)),
    ];
    answers[name] = (await Promise.all(asked)).map(({ status }) => status);
  }
  const outside = [404, 404, 404, 404, 404, 404, 404, 404];
  const instructor = [200, 200, 200, 200, 404, 404, 404, 200];
  expect(answers).toEqual({
    ...{ ada: outside, bo: outside, eve: outside, lone: outside, nobody: outside, stranger: outside },
    ...{ guest: outside.map(() => 401), assistant: [200, 403, 403, 403, 403, 403, 403, 403] },
    ...{ instructor, admin: instructor },
  });
});

test('nobody changes who is not there, nor anybody in an archived cohort', async () => {
  const { people, cohort } = await makeCast();
  expect(await status(role(people.instructor, cohort, people.nobody, 'ASSISTANT'))).toBe(404);
  expect(await status(takeOut(people.instructor, cohort, people.stranger))).toBe(404);
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  for (const who of [people.instructor, people.admin]) {
    expect(await status(role(who, cohort, people.bo, 'ASSISTANT'))).toBe(404);
    expect(await status(list(who, cohort))).toBe(404);
  }
});

// ── Moves ──────────────────────────────────────────────────────────────────

test('a learner is moved to another team and told; a full one takes nobody', async () => {
  const { people, cohort, otherTeam } = await makeCast();
  expect(await status(patch(people.instructor, cohort, people.bo, { action: 'team', team: otherTeam }))).toBe(200);
  expect(await enrolmentOf(people.bo, cohort)).toMatchObject({ teamId: otherTeam });
  expect(await status(patch(people.instructor, cohort, people.bo, { action: 'team', team: null }))).toBe(200);
  expect(await told(people.bo)).toMatchObject([
    { change: 'team', team: null },
    { actor: 'Instructor', change: 'team', team: 'Backprop' },
  ]);
  await db.cohort.update({ where: { id: cohort }, data: { teamSize: 1 } });
  expect(await status(patch(people.instructor, cohort, people.lone, { action: 'team', team: otherTeam }))).toBe(409);
  expect(await status(patch(people.instructor, cohort, people.assistant, { action: 'team', team: otherTeam }))).toBe(
    404,
  );
});

test('who is moved to another cohort takes their work along and leaves their team', async () => {
  const { people, cohort, other } = await makeCast();
  const both = people.stranger;
  await db.enrolment.create({ data: { userId: await both.id(), cohortId: cohort, role: 'INSTRUCTOR' } });
  const submission = await people.bo.submit();
  await db.exerciseProgress.upsert({
    where: { userId_exerciseId: { userId: await people.bo.id(), exerciseId: DENSE } },
    create: { userId: await people.bo.id(), exerciseId: DENSE, hintsOpened: 2 },
    update: { hintsOpened: 2 },
  });
  expect((await pageOf(both, cohort)).cohorts).toEqual([{ id: other, name: 'other' }]);
  expect(await status(patch(both, cohort, people.bo, { action: 'cohort', cohort: other }))).toBe(200);
  expect(await enrolmentOf(people.bo, cohort)).toBeNull();
  expect(await enrolmentOf(people.bo, other)).toEqual({ role: 'LEARNER', teamId: null });
  expect(await db.submission.findUniqueOrThrow({ where: { id: submission.id } })).toMatchObject({ cohortId: cohort });
  expect(await db.exerciseProgress.findMany()).toMatchObject([{ hintsOpened: 2 }]);
  expect(await told(people.bo)).toMatchObject([{ actor: 'Stranger', change: 'moved', cohort: 'other' }]);
  expect(await audited('member.transfer')).toMatchObject([{ cohortId: other }, { cohortId: cohort }]);
});

test('nobody is moved to where the actor does not teach, where they are, or where they are already', async () => {
  const { people, cohort, other } = await makeCast();
  const to = (target: string, who = people.instructor) =>
    status(patch(who, cohort, people.bo, { action: 'cohort', cohort: target }));
  expect(await to(other)).toBe(404);
  expect(await to(cohort)).toBe(400);
  expect(await to(crypto.randomUUID())).toBe(404);
  await db.enrolment.create({ data: { userId: await people.instructor.id(), cohortId: other, role: 'ASSISTANT' } });
  expect(await to(other)).toBe(403);
  await db.enrolment.create({ data: { userId: await people.bo.id(), cohortId: other } });
  expect(await to(other, people.admin)).toBe(409);
  expect(await enrolmentOf(people.bo, cohort)).not.toBeNull();
});

// ── Removal ────────────────────────────────────────────────────────────────

test('who is removed keeps their work and is told; an undo gives back role, team and all', async () => {
  const { people, cohort, team } = await makeCast();
  const submission = await people.bo.submit();
  await db.enrolment.updateMany({ where: { userId: await people.bo.id() }, data: { shares: 'DETAILS' } });
  const before = await db.enrolment.findFirst({ where: { userId: await people.bo.id() } });
  const { removal } = RemovedSchema.parse((await takeOut(people.instructor, cohort, people.bo)).body);
  expect(await enrolmentOf(people.bo, cohort)).toBeNull();
  expect(await people.bo.submission(submission.id)).toMatchObject({ id: submission.id });
  expect((await pageOf(people.instructor, cohort)).removed).toMatchObject([
    { id: removal, name: 'Bo', role: 'LEARNER', by: 'Instructor' },
  ]);
  expect(await undo(people.instructor, cohort, removal)).toEqual({ status: 200, body: { team: '경사' } });
  expect(await db.enrolment.findFirst({ where: { userId: await people.bo.id() } })).toEqual(before);
  expect((await pageOf(people.instructor, cohort)).removed).toEqual([]);
  expect(await told(people.bo)).toMatchObject([
    { change: 'restored', team: '경사' },
    { actor: 'Instructor', change: 'removed', cohort: 'cast' },
  ]);
  expect(await audited('member.remove')).toMatchObject([{ detail: { role: 'LEARNER', team } }]);
  expect(await audited('member.restore')).toHaveLength(1);
  // Once.
  expect(await status(undo(people.instructor, cohort, removal))).toBe(404);
});

test('an undo leaves a team that is full as it is, and is no use to who is in again', async () => {
  const { people, cohort, other } = await makeCast();
  const first = RemovedSchema.parse((await takeOut(people.instructor, cohort, people.bo)).body).removal;
  expect(await status(undo(people.stranger, other, first))).toBe(404);
  await db.cohort.update({ where: { id: cohort }, data: { teamSize: 1 } });
  expect((await undo(people.instructor, cohort, first)).body).toEqual({ team: null });
  expect(await enrolmentOf(people.bo, cohort)).toEqual({ role: 'LEARNER', teamId: null });

  const second = RemovedSchema.parse((await takeOut(people.instructor, cohort, people.bo)).body).removal;
  const { joinCode } = await db.cohort.findUniqueOrThrow({ where: { id: cohort } });
  await people.bo.call(joinCohort, 'POST', { code: joinCode });
  expect(await status(undo(people.instructor, cohort, second))).toBe(409);
  expect((await pageOf(people.instructor, cohort)).removed).toEqual([]);
});

test('an undo at the same time as another brings somebody back once', async () => {
  const { people, cohort } = await makeCast();
  const { removal } = RemovedSchema.parse((await takeOut(people.instructor, cohort, people.bo)).body);
  const answers = await Promise.all([1, 2].map(() => status(undo(people.instructor, cohort, removal))));
  expect(answers.toSorted()).toEqual([200, 404]);
  expect(await audited('member.restore')).toHaveLength(1);
});

test('a removal takes back the invitation that waits for the same address', async () => {
  const { people, cohort } = await makeCast();
  await invite(people.instructor, cohort, 'bo@x.org,learner,');
  await db.user.update({ where: { id: await people.bo.id() }, data: { email: 'bo@x.org' } });
  await takeOut(people.instructor, cohort, people.bo);
  await confirm(people.bo);
  expect(await enrolmentOf(people.bo, cohort)).toBeNull();
});

test('a new code makes the old one void', async () => {
  const { people, cohort } = await makeCast();
  const { joinCode: old } = await db.cohort.findUniqueOrThrow({ where: { id: cohort } });
  const { body } = await people.instructor.call(renewCode, 'POST', undefined, contextOf(cohort));
  const { joinCode } = JoinCodeAnswerSchema.parse(body);
  expect(joinCode).not.toBe(old);
  expect(await status(people.nobody.call(joinCohort, 'POST', { code: old }))).toBe(404);
  expect(await status(people.nobody.call(joinCohort, 'POST', { code: joinCode }))).toBe(200);
  expect(await audited('cohort.code')).toHaveLength(1);
});

// ── Rosters ────────────────────────────────────────────────────────────────

test('a roster is looked at without effect, then applied as a whole', async () => {
  const { people, cohort, otherTeam } = await makeCast();
  for (const [person, email] of [
    [people.bo, 'bo@x.org'],
    [people.lone, 'lone@x.org'],
    [people.nobody, 'known@x.org'],
  ] as const) {
    await db.user.update({ where: { id: await person.id() }, data: { email, emailVerified: true } });
  }
  const text =
    '\ufeff이름;이메일;역할;팀\r\n' +
    '"이, 지은";new@x.org;학습자;Convolution\r\n' +
    ';bo@x.org;조교;\r\n;lone@x.org;;backprop\r\n;KNOWN@x.org;강사;\r\n;x@x.org;;\r\n';
  const plan = await planOf(people.instructor, cohort, text);
  expect(plan.rows.map(({ line, outcome, role, team }) => [line, outcome, role, team])).toEqual([
    [2, 'invite', 'LEARNER', 'Convolution'],
    [3, 'change', 'ASSISTANT', null],
    [4, 'change', 'LEARNER', 'Backprop'],
    [5, 'enrol', 'INSTRUCTOR', null],
    [6, 'invite', 'LEARNER', null],
  ]);
  expect(plan.newTeams).toEqual(['Convolution']);
  expect([await db.invitation.count(), await db.team.count(), await db.enrolmentChange.count()]).toEqual([0, 2, 0]);

  const answer = await applied(people.instructor, cohort, text);
  expect(answer).toMatchObject({ enrolled: 1, invited: 2, changed: 2, mailed: false });
  expect(answer.links.map(({ name, email, team }) => [name, email, team])).toEqual([
    ['이, 지은', 'new@x.org', 'Convolution'],
    ['', 'x@x.org', null],
  ]);
  expect(
    answer.csv.startsWith('\ufeffName,E-mail,Role,Team,Link\r\n"이, 지은",new@x.org,Learner,Convolution,http'),
  ).toBe(true);
  expect(await enrolmentOf(people.bo, cohort)).toEqual({ role: 'ASSISTANT', teamId: null });
  expect(await enrolmentOf(people.lone, cohort)).toEqual({ role: 'LEARNER', teamId: otherTeam });
  expect(await enrolmentOf(people.nobody, cohort)).toEqual({ role: 'INSTRUCTOR', teamId: null });
  expect(await told(people.nobody)).toMatchObject([{ change: 'enrolled', role: 'INSTRUCTOR', actor: 'Instructor' }]);
  expect(await told(people.lone)).toMatchObject([{ change: 'team', team: 'Backprop' }]);
  expect(await audited('cohort.roster')).toMatchObject([{ detail: { rows: 5, invited: 2 } }]);
  expect((await planOf(people.instructor, cohort, text)).rows.every(({ outcome }) => outcome === 'same')).toBe(true);
});

test('a roster of Korean Excel is read as it is', async () => {
  const { people, cohort } = await makeCast();
  // `이메일,팀\r\nnew@x.org,똠방` in CP949.
  const plan = await planOf(
    people.instructor,
    cohort,
    Buffer.from('c0ccb8dec0cf2cc6c00d0a6e657740782e6f72672c8c63b9e6', 'hex'),
  );
  expect(plan.rows).toMatchObject([{ email: 'new@x.org', team: '똠방', outcome: 'invite' }]);
});

test.each([
  ['en', en],
  ['ko', ko],
] as const)('the example file is a roster (%s)', async (_language, { instructor: { people: texts } }) => {
  const { people, cohort } = await makeCast();
  const file = exampleRoster(texts.columns, Object.values(texts.roster.exampleRows));
  const plan = await planOf(people.instructor, cohort, file);
  expect(plan.rows.map(({ outcome, role }) => [outcome, role])).toEqual([
    ['invite', 'LEARNER'],
    ['invite', 'ASSISTANT'],
  ]);
  expect(plan.ignored).toEqual([]);
});

test('with a row in error nothing is applied', async () => {
  const { people, cohort } = await makeCast();
  const text = 'email,role\ngood@x.org,\nbad at x.org,\nboss@x.org,king';
  const plan = await planOf(people.instructor, cohort, text);
  expect(plan.rows.map(({ line, problem }) => [line, problem])).toEqual([
    [2, null],
    [3, 'email'],
    [4, 'role'],
  ]);
  expect(await status(sendRoster(people.instructor, cohort, text, plan.digest))).toBe(409);
  expect(await db.invitation.count()).toBe(0);
});

test('what has changed since it was looked at is not applied', async () => {
  const { people, cohort, otherTeam } = await makeCast();
  await db.user.update({ where: { id: await people.bo.id() }, data: { email: 'bo@x.org', emailVerified: true } });
  const text = 'email,team\nbo@x.org,Backprop\nnew@x.org,';
  const { digest } = await planOf(people.instructor, cohort, text);
  await patch(people.instructor, cohort, people.bo, { action: 'team', team: otherTeam });
  expect((await planOf(people.instructor, cohort, text)).rows.map(({ outcome }) => outcome)).toEqual([
    'same',
    'invite',
  ]);
  expect(await status(sendRoster(people.instructor, cohort, text, digest))).toBe(409);
  expect(await status(sendRoster(people.instructor, cohort, text, 'guessed'))).toBe(409);
  expect(await db.invitation.count()).toBe(0);
});

test('a roster sent twice at the same time is applied once', async () => {
  const { people, cohort } = await makeCast();
  const text = 'email,team\na@x.org,New\nb@x.org,New';
  const { digest } = await planOf(people.instructor, cohort, text);
  const answers = await Promise.all([1, 2].map(() => status(sendRoster(people.instructor, cohort, text, digest))));
  expect(answers.toSorted()).toEqual([200, 409]);
  expect([await db.invitation.count(), await db.team.count({ where: { name: 'New' } })]).toEqual([2, 1]);
});

test('a role is not given to who has merely typed somebody’s address', async () => {
  const { people, cohort } = await makeCast();
  await db.user.update({ where: { id: await people.eve.id() }, data: { email: 'prof@x.org', emailVerified: false } });
  const { rows } = await planOf(people.instructor, cohort, 'email,role\nprof@x.org,instructor');
  expect(rows).toMatchObject([{ outcome: 'error', problem: 'unconfirmed' }]);
  // Nor is who is not in at all enrolled by it.
  await db.user.update({
    where: { id: await people.nobody.id() },
    data: { email: 'dean@x.org', emailVerified: false },
  });
  expect((await planOf(people.instructor, cohort, 'dean@x.org')).rows).toMatchObject([{ outcome: 'invite' }]);
});

test('what cannot be read is told, and what is too large refused', async () => {
  const { people, cohort } = await makeCast();
  const { body } = await sendRoster(people.instructor, cohort, 'name,team\nAda,x');
  expect(body).toEqual({ kind: 'unreadable', problem: 'no-email', line: 1 });
  expect(await status(sendRoster(people.instructor, cohort, 'x'.repeat(ROSTER_BYTES + 1)))).toBe(413);
  const wrong = { roster: { file: 'not base64!' }, locale: 'en' };
  expect(await status(people.instructor.call(importRoster, 'POST', wrong, contextOf(cohort)))).toBe(400);
});

test('a large roster goes in at once', async () => {
  const { people, cohort } = await makeCast();
  const rows = Array.from({ length: 2000 }, (_, at) => `p${at}@many.org,Team ${Math.floor(at / 6)}`);
  const answer = await applied(people.instructor, cohort, ['email,team', ...rows].join('\n'));
  expect([answer.invited, answer.links.length, await db.invitation.count()]).toEqual([2000, 2000, 2000]);
});

test('links as a file begin no formula', async () => {
  const { people, cohort } = await makeCast();
  const { csv } = await applied(people.instructor, cohort, 'email,name\na@x.org,=1+1');
  expect(csv).toContain("\r\n'=1+1,a@x.org,");
});

// ── Invitations ────────────────────────────────────────────────────────────

test('a link enrols once, whoever has it, and looking at it uses nothing up', async () => {
  const { people, cohort, team } = await makeCast();
  const token = await invite(people.instructor, cohort, 'new@x.org,learner,경사');
  expect(await db.invitation.count({ where: { tokenHash: { contains: token } } })).toBe(0);
  for (const _ of [1, 2]) {
    expect(await findInvitation(token)).toEqual({ state: 'open', cohort: 'cast', role: 'LEARNER', team: '경사' });
  }
  const { visitor } = await newcomer('private@x.org');
  for (const _ of [1, 2]) {
    const { body } = await take(visitor, token);
    expect(JoinedSchema.parse(body)).toEqual({
      cohort: { id: cohort, name: 'cast' },
      team: { id: team, name: '경사' },
    });
  }
  expect(await enrolmentOf(visitor, cohort)).toEqual({ role: 'LEARNER', teamId: team });
  expect(await findInvitation(token)).toMatchObject({ state: 'used' });
  expect(await status(take(people.nobody, token))).toBe(409);
  expect(await status(take(people.guest, token))).toBe(401);
  expect(await enrolmentOf(people.nobody, cohort)).toBeNull();
  // Whoever did it themselves needs no telling.
  expect(await told(visitor)).toEqual([]);
  expect(await audited('member.enrol')).toMatchObject([{ subject: await visitor.id(), actorId: await visitor.id() }]);
  expect((await pageOf(people.instructor, cohort)).invited).toBe(0);
});

test('of two who use one link at the same time one is in', async () => {
  const { people, cohort } = await makeCast();
  const token = await invite(people.instructor, cohort, 'new@x.org,assistant,');
  const [one, two] = [await member('One'), await member('Two')];
  const answers = await Promise.all([status(take(one, token)), status(take(two, token))]);
  expect(answers.toSorted()).toEqual([200, 409]);
  expect(await db.enrolment.count({ where: { cohortId: cohort, role: 'ASSISTANT' } })).toBe(2);
});

test('one person who uses a link twice at the same time is in once', async () => {
  const { people, cohort } = await makeCast();
  const token = await invite(people.instructor, cohort, 'new@x.org,learner,경사');
  const answers = await Promise.all([1, 2, 3].map(() => status(take(people.nobody, token))));
  expect(answers).toEqual([200, 200, 200]);
  expect(await audited('member.enrol')).toHaveLength(1);
});

test('two links for the last place of a team: both are in the cohort, one is in the team', async () => {
  const { people, cohort, team } = await makeCast();
  const tokens = [
    await invite(people.instructor, cohort, 'a@x.org,learner,경사'),
    await invite(people.instructor, cohort, 'b@x.org,learner,경사'),
  ];
  await db.cohort.update({ where: { id: cohort }, data: { teamSize: 3 } });
  const two = [await member('One'), await member('Two')];
  const answers = await Promise.all(two.map((one, at) => status(take(one, tokens[at] ?? ''))));
  expect(answers).toEqual([200, 200]);
  expect(await db.enrolment.count({ where: { teamId: team } })).toBe(3);
  expect(await db.enrolment.count({ where: { cohortId: cohort } })).toBe(8);
});

test('who is in already gets the higher role, and never a lower one', async () => {
  const { people, cohort } = await makeCast();
  await take(people.bo, await invite(people.instructor, cohort, 'a@x.org,assistant,'));
  expect(await enrolmentOf(people.bo, cohort)).toEqual({ role: 'ASSISTANT', teamId: null });
  await take(people.instructor, await invite(people.instructor, cohort, 'b@x.org,learner,경사'));
  expect(await enrolmentOf(people.instructor, cohort)).toEqual({ role: 'INSTRUCTOR', teamId: null });
});

test('an invitation that came to its end a month ago is forgotten with its address, and no other', async () => {
  const { people, cohort } = await makeCast();
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  const ends = {
    ...{ 'waits@x.org': {}, 'late@x.org': { expiresAt: ago(29) }, 'old@x.org': { expiresAt: ago(31) } },
    ...{ 'used@x.org': { acceptedAt: ago(29) }, 'used-long-ago@x.org': { acceptedAt: ago(31) } },
    ...{ 'revoked@x.org': { revokedAt: ago(29) }, 'revoked-long-ago@x.org': { revokedAt: ago(31) } },
  };
  for (const [email, data] of Object.entries(ends)) {
    await invite(people.instructor, cohort, `${email},learner,`);
    await db.invitation.updateMany({ where: { email }, data });
  }
  await keepHouse();
  const left = await db.invitation.findMany({ orderBy: { email: 'asc' }, select: { email: true } });
  expect(left.map(({ email }) => email)).toEqual(['late@x.org', 'revoked@x.org', 'used@x.org', 'waits@x.org']);
});

test('a link that has run out, was taken back, or belongs to an archived cohort opens nothing', async () => {
  const { people, cohort } = await makeCast();
  const [late, revoked, archived] = [
    await invite(people.instructor, cohort, 'a@x.org,learner,'),
    await invite(people.instructor, cohort, 'b@x.org,learner,'),
    await invite(people.instructor, cohort, 'c@x.org,learner,'),
  ];
  const { expiresAt } = await db.invitation.findFirstOrThrow({ where: { email: 'a@x.org' } });
  expect(Math.round((expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(30);
  await db.invitation.updateMany({ where: { email: 'a@x.org' }, data: { expiresAt: new Date() } });
  expect(await findInvitation(late)).toMatchObject({ state: 'expired' });
  expect(await status(take(people.nobody, late))).toBe(409);

  const { id } = await db.invitation.findFirstOrThrow({ where: { email: 'b@x.org' } });
  expect(await status(takeBack(people.stranger, cohort, id))).toBe(404);
  expect(await status(takeBack(people.instructor, cohort, id))).toBe(200);
  expect(await status(takeBack(people.instructor, cohort, id))).toBe(404);
  expect(await findInvitation(revoked)).toMatchObject({ state: 'revoked' });
  expect(await status(take(people.nobody, revoked))).toBe(409);
  expect(await audited('invitation.revoke')).toMatchObject([{ subject: id }]);

  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  expect(await findInvitation(archived)).toMatchObject({ state: 'unknown', cohort: '' });
  expect(await status(take(people.nobody, archived))).toBe(404);
  expect(await status(take(people.nobody, 'x'.repeat(43)))).toBe(404);
});

test('a new link ends the one before, of those that wait in this cohort only', async () => {
  const { people, cohort, other } = await makeCast();
  const elsewhere = await invite(people.stranger, other, 'a@x.org,learner,');
  const old = await invite(people.instructor, cohort, 'a@x.org,learner,경사');
  const taken = await invite(people.instructor, cohort, 'b@x.org,learner,');
  await take(people.nobody, taken);
  const all = { invitations: 'all', send: false, locale: 'ko' };
  const { body } = await people.instructor.call(renew, 'POST', all, contextOf(cohort));
  const { links, csv, mailed } = InvitationLinksSchema.parse(body);
  expect(links).toMatchObject([
    { email: 'a@x.org', team: '경사', url: expect.stringContaining('/ko/join/invitation/') },
  ]);
  expect([csv.startsWith('\ufeff이름,이메일,역할,팀,링크\r\n,a@x.org,학습자,경사,http'), mailed]).toEqual([
    true,
    false,
  ]);
  expect(await status(take(people.lone, old))).toBe(404);
  expect(await findInvitation(elsewhere)).toMatchObject({ state: 'open' });
  const { id } = await db.invitation.findFirstOrThrow({ where: { cohortId: other } });
  const one = { ...all, invitations: [id] };
  expect(await status(people.instructor.call(renew, 'POST', one, contextOf(cohort)))).toBe(404);
  expect(await status(take(people.stranger, tokenOf(links[0]?.url ?? '')))).toBe(200);
});

test('who is invited again after having been removed is invited anew', async () => {
  const { people, cohort } = await makeCast();
  const first = await invite(people.instructor, cohort, 'new@x.org,learner,');
  await take(people.nobody, first);
  await takeOut(people.instructor, cohort, people.nobody);
  // The used link does not bring them back.
  expect(await status(take(people.nobody, first))).toBe(409);
  expect(await status(take(people.nobody, await invite(people.instructor, cohort, 'new@x.org,learner,')))).toBe(200);
});

test('whoever has confirmed the address is enrolled at once', async () => {
  const { people, cohort } = await makeCast();
  const { visitor, person } = await newcomer();
  await confirm(visitor);
  expect(await applied(people.instructor, cohort, `email,role\n${person.email.toUpperCase()},TA`)).toMatchObject({
    ...{ enrolled: 1, invited: 0, links: [] },
  });
  expect(await enrolmentOf(visitor, cohort)).toEqual({ role: 'ASSISTANT', teamId: null });
});

test('who confirms the address of an invitation is enrolled by that, and not before', async () => {
  const { people, cohort, team } = await makeCast();
  const { visitor, person } = await newcomer();
  await invite(people.instructor, cohort, `${person.email},learner,경사`);
  expect((await new Learner().call(signIn, 'POST', person)).status).toBe(200);
  expect(await enrolmentOf(visitor, cohort)).toBeNull();
  await confirm(visitor);
  expect(await enrolmentOf(visitor, cohort)).toEqual({ role: 'LEARNER', teamId: team });
  expect(await told(visitor)).toMatchObject([{ actor: 'Instructor', change: 'enrolled', team: '경사' }]);
});

test('an invitation that found no confirmed address is taken up at the next sign-in', async () => {
  const { people, cohort } = await makeCast();
  const { visitor, person } = await newcomer();
  await invite(people.instructor, cohort, `${person.email},learner,`);
  // As an identity provider confirms it: without a link of ours.
  await db.user.update({ where: { id: await visitor.id() }, data: { emailVerified: true } });
  await db.invitation.updateMany({ data: { expiresAt: new Date() } });
  await new Learner().call(signIn, 'POST', person);
  expect(await enrolmentOf(visitor, cohort)).toBeNull();
  await db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() + 60_000) } });
  await new Learner().call(signIn, 'POST', person);
  expect(await enrolmentOf(visitor, cohort)).toMatchObject({ role: 'LEARNER' });
});

test('an export tells what was done to somebody’s place, and with the account the invitation is gone', async () => {
  const { people, cohort } = await makeCast();
  const { visitor, person } = await newcomer();
  await take(visitor, await invite(people.instructor, cohort, 'school@x.org,learner,'));
  await role(people.instructor, cohort, visitor, 'ASSISTANT');
  expect((await visitor.call(exportData, 'GET')).body).toMatchObject({
    enrolmentChanges: [{ kind: 'ENROLLED' }, { kind: 'ROLE', role: 'ASSISTANT', cohort: { name: 'cast' } }],
    invitationsTaken: [{ email: 'school@x.org' }],
  });
  await visitor.call(deleteAccount, 'DELETE', { password: person.password });
  expect([await db.invitation.count(), await db.enrolmentChange.count()]).toEqual([0, 0]);
});

test('after all of it materialised progress agrees with the truth', async () => {
  const { people, cohort, other } = await makeCast();
  await people.bo.submit();
  await patch(people.admin, cohort, people.bo, { action: 'cohort', cohort: other });
  await takeOut(people.admin, other, people.bo);
  expect(await checkProgress({ repair: false })).toMatchObject({ wrong: [] });
});
