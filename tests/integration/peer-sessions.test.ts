import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as readCohortInstruction } from '@/app/api/cohorts/[id]/peer-instruction/route';
import { GET as readChecks } from '@/app/api/peer-sessions/[id]/checks/route';
import { POST as turnClock } from '@/app/api/peer-sessions/[id]/clock/route';
import { POST as moveCursor } from '@/app/api/peer-sessions/[id]/cursor/route';
import { GET as exportSession } from '@/app/api/peer-sessions/[id]/export/route';
import { GET as readNotes } from '@/app/api/peer-sessions/[id]/notes/route';
import { GET as readSession } from '@/app/api/peer-sessions/[id]/route';
import { GET as listSessions, POST as openToday } from '@/app/api/peer-sessions/route';
import { addDays, localDay } from '@/content/plan/calendar';
import { ChecksAnswerSchema, CohortInstructionSchema, SessionListSchema } from '@/contracts/peer-session';
import { db, disconnect, pool } from '@/server/db';
import type { Learner } from './learner';
import * as calls from './peer-session-calls';
import { contextOf, makeCast, makeCohort, makeTeam, member } from './team-people';

const { answer, ask, endPhase, look, mark, moveTo, NotesClient, openSession, people, press, remove, statusOf, write } =
  calls;

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

beforeEach(() =>
  pool.query('DELETE FROM outbox_event; DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"'),
);
afterAll(disconnect);

const today = () => localDay(new Date(), 'Asia/Seoul');

/** A team of five in a cohort that began today, and its session. */
async function makeTeamOfFive() {
  const names = ['김서연', 'Bo', 'Cy', 'Di', 'Eun'];
  const members = await Promise.all(names.map(member));
  const cohort = await makeCohort(
    'own',
    members.map((person) => [person, 'LEARNER'] as const),
    { startsOn: today() },
  );
  const team = await makeTeam(cohort, '경사', members);
  const session = await openSession(members[0] as Learner, team);
  return { members: members as [Learner, Learner, Learner, Learner, Learner], cohort, team, session };
}

const eventsOf = async (person: Learner) =>
  (await db.outboxEvent.findMany({ where: { stream: `user:${await person.id()}` }, orderBy: { id: 'asc' } })).map(
    ({ payload }) => payload as { type: string; part?: string; row?: string },
  );

// ── The day ────────────────────────────────────────────────────────────────

test('the first look makes the day’s session, and two at once make one', async () => {
  const { members, team } = await makeTeamOfFive();
  const ids = await Promise.all(members.map((person) => openSession(person, team)));
  expect(new Set(ids).size).toBe(1);
  expect(await db.peerSession.count()).toBe(1);
  const { agenda, day, isOpen } = await look(members[1], ids[0] as string);
  expect([day, isOpen]).toEqual([today(), true]);
  expect(agenda.plan).toMatchObject({ week: 1, day: 1, units: ['00-orientation'] });
  expect(agenda.items[0]).toEqual({ kind: 'round', minutes: 10 });
});

test('everybody gets a turn, also who joined after the session was made; then it stays as it was held', async () => {
  const { members, session } = await makeTeamOfFive();
  const [ada, bo] = members;
  const round = async () => (await look(ada, session)).agenda.items[0]?.minutes;
  const userId = await bo.id();
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { userId } });
  await db.enrolment.updateMany({ where: { userId }, data: { teamId: null } });
  expect(await round()).toBe(8);
  await press(ada, session, 'start');
  expect(await round()).toBe(8);
  await db.enrolment.updateMany({ where: { userId }, data: { teamId: enrolment.teamId } });
  expect(await round()).toBe(8);
});

test('the day is that of the cohort’s time zone', async () => {
  const ada = await member('Ada');
  // 26 hours apart: it is never the same date in both.
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const cohort = await makeCohort(timeZone, [[ada, 'LEARNER']], { timeZone, startsOn: '2026-01-05' });
    const team = await makeTeam(cohort, 'T', [ada]);
    const id = await openSession(ada, team).catch(() => null);
    const day = localDay(new Date(), timeZone);
    const { body } = await ada.call(listSessions, 'GET', undefined, { query: { team } });
    expect(SessionListSchema.parse(body).today.day).toBe(day);
    // The plan is long over and no last day says that sessions go on.
    expect(id).toBeNull();
  }
});

test('there is no session before the cohort begins, on a day off, and after the plan', async () => {
  const ada = await member('Ada');
  const open = async (slug: string, options: Parameters<typeof makeCohort>[2]) => {
    const team = await makeTeam(await makeCohort(slug, [[ada, 'LEARNER']], options), 'T', [ada]);
    return statusOf(ada.call(openToday, 'POST', { team }));
  };
  expect(await open('later', { startsOn: addDays(today(), 1) })).toBe(409);
  expect(await open('never', { startsOn: today(), sessionDays: [] })).toBe(409);
  expect(await open('long-ago', { startsOn: addDays(today(), -25) })).toBe(409);
  expect(await open('last-day', { startsOn: addDays(today(), -24) })).toBe(200);
  expect(await db.peerSession.count()).toBe(1);
});

test('staff find a session once the team has opened it, and make none', async () => {
  const { people: cast, team } = await makeCast({ startsOn: today() });
  expect(await statusOf(cast.instructor.call(openToday, 'POST', { team }))).toBe(404);
  const id = await openSession(cast.ada, team);
  expect(await openSession(cast.instructor, team)).toBe(id);
  expect((await look(cast.instructor, id)).viewer).toBe('staff');
});

// ── Clock ──────────────────────────────────────────────────────────────────

test('everybody sees one clock, and hears of each change', async () => {
  const { members, session } = await makeTeamOfFive();
  const [ada, bo] = members;
  expect((await press(ada, session, 'start')).clock).toMatchObject({ state: 'running', index: 0, revision: 1 });
  expect((await press(bo, session, 'next')).clock).toMatchObject({ index: 1, revision: 2 });
  expect((await press(bo, session, 'extend')).clock?.extra).toEqual([0, 120_000, 0, 0]);
  expect((await press(ada, session, 'pause')).clock).toMatchObject({ state: 'paused', since: null });
  expect((await look(members[4], session)).clock).toEqual((await look(ada, session)).clock);
  expect((await eventsOf(members[4])).filter(({ part }) => part === 'clock')).toHaveLength(4);
});

test('of two who press “next” at once one goes on, the other is shown the clock', async () => {
  const { members, session } = await makeTeamOfFive();
  const { clock } = await press(members[0], session, 'start');
  const answers = await Promise.all(members.map((person) => press(person, session, 'next', clock?.revision)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
  expect(new Set(answers.map((one) => one.clock?.index))).toEqual(new Set([1]));
});

test('the clock is a row: whoever asks after a restart gets the same', async () => {
  const { members, session } = await makeTeamOfFive();
  await press(members[0], session, 'start');
  const before = await look(members[0], session);
  const { rows } = await pool.query('SELECT clock FROM peer_session WHERE id = $1', [session]);
  expect(rows[0].clock).toEqual(before.clock);
});

test('an hour that goes on past midnight is still one, and is over with its day otherwise', async () => {
  const { members, session } = await makeTeamOfFive();
  await press(members[0], session, 'start');
  await moveTo(session, addDays(today(), -1));
  expect((await press(members[0], session, 'next')).status).toBe(200);
  expect((await press(members[0], session, 'end')).status).toBe(200);
  expect((await press(members[0], session, 'start')).status).toBe(409);
  expect(await statusOf(people(members[0], session, { action: 'here' }))).toBe(409);
});

// ── People ─────────────────────────────────────────────────────────────────

test('roles are proposed among those present, and fixed with the start', async () => {
  const { members, session } = await makeTeamOfFive();
  const roles = async () =>
    Object.fromEntries(
      (await look(members[0], session)).people.flatMap(({ role, name }) => (role ? [[role, name]] : [])),
    );
  expect(await roles()).toEqual({ MODERATOR: '김서연', SCRIBE: 'Bo', QUESTIONER: 'Cy' });
  for (const at of [2, 3, 4]) await people(members[at] as Learner, session, { action: 'here' });
  expect(await roles()).toEqual({ MODERATOR: 'Cy', SCRIBE: 'Di', QUESTIONER: 'Eun' });
  expect((await look(members[0], session)).rolesProposed).toBe(true);
  await press(members[2], session, 'start');
  await people(members[0], session, { action: 'here' });
  expect((await look(members[0], session)).rolesProposed).toBe(false);
  expect(await roles()).toEqual({ MODERATOR: 'Cy', SCRIBE: 'Di', QUESTIONER: 'Eun' });
});

test('over ten sessions of the whole team every role goes round', async () => {
  const { members, team } = await makeTeamOfFive();
  await db.peerSession.deleteMany();
  const had: Record<string, number> = {};
  for (let at = 10; at >= 1; at -= 1) {
    const session = await openSession(members[0], team);
    for (const person of members) await people(person, session, { action: 'here' });
    await press(members[0], session, 'start');
    for (const { role, name } of (await look(members[0], session)).people) {
      if (role) had[`${role} ${name}`] = (had[`${role} ${name}`] ?? 0) + 1;
    }
    await moveTo(session, addDays(today(), -at));
  }
  expect(Object.keys(had)).toHaveLength(15);
  expect(new Set(Object.values(had))).toEqual(new Set([2]));
});

test('a role changes hands, and its holder takes the other’s', async () => {
  const { members, session } = await makeTeamOfFive();
  const bo = await members[1].id();
  await people(members[0], session, { action: 'role', user: bo, role: 'MODERATOR' });
  const seen = await look(members[0], session);
  expect(seen.rolesProposed).toBe(false);
  expect(seen.people.map(({ name, role }) => [name, role])).toEqual([
    ['김서연', 'SCRIBE'],
    ['Bo', 'MODERATOR'],
    ['Cy', 'QUESTIONER'],
    ['Di', null],
    ['Eun', null],
  ]);
  await people(members[0], session, { action: 'role', user: await members[3].id(), role: 'QUESTIONER' });
  expect((await look(members[0], session)).people.map(({ role }) => role)).toEqual([
    ...['SCRIBE', 'MODERATOR', null, 'QUESTIONER', null],
  ]);
  expect(await db.notification.findMany({ where: { kind: 'role', userId: bo } })).toHaveLength(1);
});

test('who comes is there, later is late, who said so is excused, and the rest were absent', async () => {
  const { members, session } = await makeTeamOfFive();
  const [ada, bo, cy, di, eun] = members;
  await people(bo, session, { action: 'here' });
  await people(bo, session, { action: 'here' });
  await press(ada, session, 'start');
  await people(ada, session, { action: 'excuse', user: await di.id(), excused: true });
  const longAgo = new Date(Date.now() - 6 * 60_000);
  await db.peerSession.update({ where: { id: session }, data: { startedAt: longAgo } });
  await db.attendance.updateMany({
    where: { sessionId: session, joinedAt: { not: null } },
    data: { joinedAt: longAgo },
  });
  await people(cy, session, { action: 'here' });
  const states = async () => (await look(ada, session)).people.map(({ state }) => state);
  expect(await states()).toEqual(['present', 'present', 'late', 'excused', 'expected']);
  await press(ada, session, 'end');
  expect((await states())[4]).toBe('absent');
  // Who reads up on it afterwards was not there.
  expect(await statusOf(people(eun, session, { action: 'here' }))).toBe(200);
  expect((await states())[4]).toBe('absent');
  const { body } = await eun.call(listSessions, 'GET', undefined, {
    query: { team: (await look(ada, session)).team.id },
  });
  expect(SessionListSchema.parse(body).sessions[0]).toMatchObject({ mine: 'absent', present: 3 });
});

test('the start tells who is away, once', async () => {
  const { members, session } = await makeTeamOfFive();
  await people(members[1], session, { action: 'here' });
  await press(members[0], session, 'start');
  await press(members[0], session, 'pause');
  await press(members[0], session, 'start');
  const told = await db.notification.findMany({ where: { kind: 'session' } });
  const away = await Promise.all(members.slice(2).map((person) => person.id()));
  expect(told.map(({ userId }) => userId).toSorted()).toEqual(away.toSorted());
  expect((await eventsOf(members[2])).filter(({ type }) => type === 'inbox')).toHaveLength(1);
});

// ── What comes out ─────────────────────────────────────────────────────────

test('what is open shows up in the next session until it is done; thanks do so once', async () => {
  const { members, team, session } = await makeTeamOfFive();
  const [ada, bo] = members;
  const follow = randomUUID();
  const assignee = await bo.id();
  expect(await statusOf(write(ada, session, 'FOLLOW_UP', 'XOR을 다시 돌려 보기', { item: follow, assignee }))).toBe(
    201,
  );
  expect(await statusOf(write(ada, session, 'FOLLOW_UP', 'XOR을 다시 돌려 보기', { item: follow, assignee }))).toBe(
    201,
  );
  await write(bo, session, 'DECISION', 'h = 1e-5');
  await write(bo, session, 'THANKS', 'Cy!');
  await moveTo(session, addDays(today(), -2));
  const next = await openSession(ada, team);
  const carried = async (id: string) => (await look(ada, id)).carried.map(({ kind }) => kind);
  expect(await carried(next)).toEqual(['FOLLOW_UP', 'DECISION', 'THANKS']);
  expect((await look(bo, next)).carried[0]).toMatchObject({ author: { name: '김서연' }, assignee: { name: 'Bo' } });
  expect(await statusOf(mark(bo, next, follow, true))).toBe(200);
  expect(await carried(next)).toEqual(['DECISION', 'THANKS']);
  await write(ada, next, 'QUESTION', 'Why p − y?');
  await moveTo(next, addDays(today(), -1));
  expect(await carried(await openSession(ada, team))).toEqual(['DECISION', 'QUESTION']);
  expect(await db.notification.findMany({ where: { kind: 'follow-up' } })).toMatchObject([{ userId: assignee }]);
});

test('only its author takes something back, and nobody writes for another team', async () => {
  const { members, session } = await makeTeamOfFive();
  const [ada, bo] = members;
  const item = randomUUID();
  await write(ada, session, 'DECISION', 'One', { item });
  expect(await statusOf(remove(bo, session, item))).toBe(404);
  const { people: cast, team } = await makeCast({ startsOn: today() });
  const foreign = await openSession(cast.ada, team);
  expect(await statusOf(mark(cast.ada, foreign, item, true))).toBe(404);
  expect(await statusOf(write(cast.ada, foreign, 'DECISION', 'Two', { item }))).toBe(409);
  expect(await statusOf(write(cast.ada, foreign, 'FOLLOW_UP', 'Two', { assignee: await bo.id() }))).toBe(404);
  expect(await statusOf(remove(ada, session, item))).toBe(200);
  expect(await db.sessionItem.count()).toBe(0);
});

test.each(['', '   ', 'x'.repeat(501)])('%j is not taken down', async (text) => {
  const { members, session } = await makeTeamOfFive();
  expect(await statusOf(write(members[0], session, 'DECISION', text))).toBe(400);
});

// ── Peer instruction ───────────────────────────────────────────────────────

const CHECK = '00-orientation.';

async function firstCheck(person: Learner, session: string) {
  const { body } = await person.call(readChecks, 'GET', undefined, contextOf(session));
  const { checks } = ChecksAnswerSchema.parse(body);
  const check = checks.find(({ multiple }) => !multiple);
  const right = (await import('@/content/plan/choice-questions')).findChoiceQuestion(check?.id ?? '');
  const rightId = right?.choices.find((choice) => choice.right)?.id ?? '';
  const wrongId = right?.choices.find((choice) => !choice.right)?.id ?? '';
  expect(check?.id).toContain(CHECK);
  expect(JSON.stringify(checks)).not.toContain('"right"');
  return { id: check?.id ?? '', rightId, wrongId };
}

async function present(members: readonly Learner[], session: string) {
  for (const person of members) await people(person, session, { action: 'here' });
}

test('a question is answered alone, talked about, answered again, and the gain is shown', async () => {
  const { members, session, cohort } = await makeTeamOfFive();
  const team = members.slice(0, 4);
  const [ada] = members;
  await present(team, session);
  const { id, rightId, wrongId } = await firstCheck(ada, session);
  expect(await statusOf(ask(ada, session, id))).toBe(200);
  expect(await statusOf(ask(ada, session, id))).toBe(409);
  const seen = async (person: Learner = ada) => (await look(person, session)).instruction[0];
  const question = (await seen())?.id ?? '';
  for (const [at, person] of team.entries()) {
    expect((await seen())?.first).toBeNull();
    await answer(person, session, question, 'first', at === 0 ? rightId : wrongId);
  }
  // All who are there have answered: the round is over by itself.
  expect(await seen()).toMatchObject({
    phase: 'discussion',
    first: { answers: 4, correct: null, of: { [rightId]: 1, [wrongId]: 3 } },
    solution: null,
  });
  expect(await statusOf(answer(ada, session, question, 'first', wrongId))).toBe(409);
  expect(await statusOf(endPhase(ada, session, question, 'discussion'))).toBe(200);
  for (const [at, person] of team.entries()) {
    await answer(person, session, question, 'second', at < 3 ? rightId : wrongId);
  }
  expect(await seen()).toMatchObject({
    phase: 'closed',
    second: { answers: 4, correct: 3 },
    solution: { right: [rightId], gain: { people: 4, first: 0.25, second: 0.75, normalised: 2 / 3 } },
  });
  expect((await seen(members[3]))?.mine).toEqual({ first: [wrongId], second: [wrongId] });
  // In aggregate for staff, and for nobody else.
  const teacher = await member('Teacher');
  await db.enrolment.create({ data: { userId: await teacher.id(), cohortId: cohort, role: 'ASSISTANT' } });
  const { body } = await teacher.call(readCohortInstruction, 'GET', undefined, contextOf(cohort));
  expect(CohortInstructionSchema.parse(body).checks).toMatchObject([
    { check: id, teams: 1, people: 4, first: 0.25, second: 0.75, normalised: 2 / 3 },
  ]);
  expect(await statusOf(ada.call(readCohortInstruction, 'GET', undefined, contextOf(cohort)))).toBe(404);
});

test('nothing that is sent to a page tells what others answered while a round is on, or with two answers', async () => {
  const { members, session, cohort } = await makeTeamOfFive();
  await present(members.slice(0, 3), session);
  const { id, rightId, wrongId } = await firstCheck(members[0], session);
  await ask(members[0], session, id);
  const question = (await look(members[0], session)).instruction[0]?.id ?? '';
  await answer(members[1], session, question, 'first', rightId);
  await answer(members[2], session, question, 'first', wrongId);
  const seen = async () => (await look(members[0], session)).instruction[0];
  expect(await seen()).toMatchObject({ answered: 2, present: 3, first: null, mine: { first: null } });
  // Ended early: two answers would tell who gave which.
  await endPhase(members[0], session, question, 'first');
  expect(await seen()).toMatchObject({ phase: 'discussion', first: 'few' });
  await endPhase(members[0], session, question, 'discussion');
  await endPhase(members[0], session, question, 'second');
  expect(await seen()).toMatchObject({ phase: 'closed', first: 'few', second: 'few', solution: { gain: null } });
  const teacher = await member('Teacher');
  await db.enrolment.create({ data: { userId: await teacher.id(), cohortId: cohort, role: 'INSTRUCTOR' } });
  const { body } = await teacher.call(readCohortInstruction, 'GET', undefined, contextOf(cohort));
  expect(CohortInstructionSchema.parse(body).checks).toEqual([]);
  // Events name the session, never an answer.
  const told = JSON.stringify(await eventsOf(members[0]));
  expect(told).not.toMatch(/answer|choice/);
});

test('an answer may change until its round is over, and is judged here', async () => {
  const { members, session } = await makeTeamOfFive();
  await present(members, session);
  const { id, rightId, wrongId } = await firstCheck(members[0], session);
  await ask(members[0], session, id);
  const question = (await look(members[0], session)).instruction[0]?.id ?? '';
  await answer(members[0], session, question, 'first', wrongId);
  await answer(members[0], session, question, 'first', rightId);
  expect(await db.peerVote.findMany()).toMatchObject([{ round: 1, answer: [rightId], correct: true }]);
  expect(await statusOf(answer(members[0], session, question, 'first', rightId, wrongId))).toBe(400);
  expect(await statusOf(answer(members[0], session, question, 'first', 'made-up'))).toBe(400);
  expect(await statusOf(answer(members[0], session, question, 'second', rightId))).toBe(409);
  expect(await statusOf(answer(members[0], session, randomUUID(), 'first', rightId))).toBe(404);
});

test('two who end a phase at once end one, and a check of another unit is not asked', async () => {
  const { members, session } = await makeTeamOfFive();
  const { id } = await firstCheck(members[0], session);
  expect(await statusOf(ask(members[0], session, '04-optimization.01-generalization#once'))).toBe(404);
  await ask(members[0], session, id);
  const question = (await look(members[0], session)).instruction[0]?.id ?? '';
  const ends = await Promise.all(members.map((person) => statusOf(endPhase(person, session, question, 'first'))));
  expect(ends.toSorted()).toEqual([200, 409, 409, 409, 409]);
  expect((await look(members[0], session)).instruction[0]?.phase).toBe('discussion');
});

// ── Summary ────────────────────────────────────────────────────────────────

test('a session is exported as Markdown in both languages', async () => {
  const { members, session } = await makeTeamOfFive();
  await press(members[0], session, 'start');
  await write(members[0], session, 'DECISION', '학습률은\n0.1');
  await new NotesClient(members[1], session).type('## 오늘\n\n- $p - y$ 유도');
  const read = async (locale: string) => {
    const url = `http://127.0.0.1:3000/api?locale=${locale}`;
    const response = await exportSession(
      new Request(url, { headers: members[2].headers() }),
      contextOf(session).context,
    );
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`${today()}-경사.md`));
    return response.text();
  };
  const korean = await read('ko');
  expect(korean).toContain(`# 경사: ${today()} 피어세션`);
  expect(korean).toContain('- 김서연: 참석, 진행자');
  expect(korean).toContain('**결정** 학습률은 0.1 (김서연');
  expect(korean).toContain('## 오늘\n\n- $p - y$ 유도');
  expect(await read('en')).toContain('## Who was there');
});

test('the archive lists what was, newest first, also for who joined later', async () => {
  const { members, team, session, cohort } = await makeTeamOfFive();
  await moveTo(session, addDays(today(), -1));
  await db.cohort.update({ where: { id: cohort }, data: { startsOn: new Date(addDays(today(), -1)) } });
  const next = await openSession(members[0], team);
  const { body } = await members[4].call(listSessions, 'GET', undefined, { query: { team } });
  const { today: now, sessions } = SessionListSchema.parse(body);
  expect(sessions.map(({ id, mine }) => [id, mine])).toEqual([
    [next, 'expected'],
    [session, 'absent'],
  ]);
  expect(now).toMatchObject({ day: today(), session: { id: next, state: 'idle' }, next: addDays(today(), 1) });
});

test('who left the team stays in what they took part in, and sees it no more', async () => {
  const { members, session } = await makeTeamOfFive();
  await people(members[1], session, { action: 'here' });
  await db.enrolment.updateMany({ where: { userId: await members[1].id() }, data: { teamId: null } });
  expect((await look(members[0], session)).people.find(({ name }) => name === 'Bo')).toMatchObject({
    isMember: false,
    state: 'present',
  });
  expect(await statusOf(members[1].call(readSession, 'GET', undefined, contextOf(session)))).toBe(404);
});

// ── Who may ────────────────────────────────────────────────────────────────

const EVERYBODY = ['guest', 'nobody', 'lone', 'eve', 'bo', 'assistant', 'instructor', 'stranger', 'admin'] as const;
const OUT = { guest: 401, nobody: 404, lone: 404, eve: 404, stranger: 404 };
const READ = { ...OUT, bo: 200, assistant: 200, instructor: 200, admin: 200 };
const TEAM_ONLY = { ...OUT, bo: 200, assistant: 403, instructor: 403, admin: 403 };
const ROUTES: Record<
  string,
  [expected: Record<string, number>, (person: Learner, s: Scene) => Promise<{ status: number }>]
> = {
  'open today': [READ, (p, { team }) => p.call(openToday, 'POST', { team })],
  archive: [READ, (p, { team }) => p.call(listSessions, 'GET', undefined, { query: { team } })],
  read: [READ, (p, { session }) => p.call(readSession, 'GET', undefined, contextOf(session))],
  'read notes': [
    READ,
    (p, { session }) => p.call(readNotes, 'GET', undefined, { query: { after: '0' }, ...contextOf(session) }),
  ],
  checks: [READ, (p, { session }) => p.call(readChecks, 'GET', undefined, contextOf(session))],
  clock: [
    TEAM_ONLY,
    (p, { session }) => p.call(turnClock, 'POST', { action: 'start', baseRevision: 0 }, contextOf(session)),
  ],
  'be here': [TEAM_ONLY, (p, { session }) => people(p, session, { action: 'here' })],
  excuse: [TEAM_ONLY, (p, { session, ada }) => people(p, session, { action: 'excuse', user: ada, excused: true })],
  'give a role': [
    TEAM_ONLY,
    (p, { session, ada }) => people(p, session, { action: 'role', user: ada, role: 'SCRIBE' }),
  ],
  'write down': [{ ...TEAM_ONLY, bo: 201 }, (p, { session }) => write(p, session, 'DECISION', 'x')],
  'mark done': [TEAM_ONLY, (p, { session, item }) => mark(p, session, item, true)],
  'take back another’s': [{ ...TEAM_ONLY, bo: 404 }, (p, { session, item }) => remove(p, session, item)],
  'write notes': [
    { ...TEAM_ONLY, bo: 201 },
    (p, { session, batch }) => new NotesClient(p, session).post({ ...batch, clientId: randomUUID() }),
  ],
  cursor: [
    { ...TEAM_ONLY, assistant: 404, instructor: 404, admin: 404 },
    (p, { session }) => p.call(moveCursor, 'POST', { client: 1, cursor: null }, contextOf(session)),
  ],
  ask: [TEAM_ONLY, (p, { session, check }) => ask(p, session, check)],
  'aggregate of the cohort': [
    { ...READ, bo: 404 },
    (p, { cohort }) => p.call(readCohortInstruction, 'GET', undefined, contextOf(cohort)),
  ],
};

interface Scene {
  team: string;
  cohort: string;
  session: string;
  ada: string;
  item: string;
  check: string;
  batch: { clientId: string; update: string };
}

test.each(Object.entries(ROUTES))('who may: %s', async (_, [expected, call]) => {
  const { people: cast, team, cohort } = await makeCast({ startsOn: today() });
  const session = await openSession(cast.ada, team);
  const item = randomUUID();
  await write(cast.ada, session, 'DECISION', 'Ada’s', { item });
  const notes = new NotesClient(cast.ada, session);
  notes.text.insert(0, 'x');
  const batch = notes.batch() ?? { clientId: '', update: '' };
  const { id: check } = await firstCheck(cast.ada, session);
  const scene: Scene = { team, cohort, session, ada: await cast.ada.id(), item, check, batch };
  const answers: Record<string, number> = {};
  for (const name of EVERYBODY) answers[name] = await statusOf(call(cast[name], scene));
  expect(answers).toEqual(expected);
});

test('the export is for the team and its staff', async () => {
  const { people: cast, team } = await makeCast({ startsOn: today() });
  const session = await openSession(cast.ada, team);
  const answers: Record<string, number> = {};
  for (const name of EVERYBODY) {
    const request = new Request('http://127.0.0.1:3000/api?locale=ko', { headers: cast[name].headers() });
    answers[name] = (await exportSession(request, contextOf(session).context)).status;
  }
  expect(answers).toEqual(READ);
});
