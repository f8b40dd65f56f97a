import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET as exportData } from '@/app/api/account/export/route';
import { POST as copyCohort } from '@/app/api/cohorts/[id]/copy/route';
import { DELETE as takeBack } from '@/app/api/cohorts/[id]/teams/[team]/follow-ups/[item]/route';
import { POST as putOnAgenda } from '@/app/api/cohorts/[id]/teams/[team]/follow-ups/route';
import { PUT as changeAside } from '@/app/api/cohorts/[id]/watchlist/[user]/route';
import { PUT as changeRules, GET as readList } from '@/app/api/cohorts/[id]/watchlist/route';
import { GET as listSessions } from '@/app/api/peer-sessions/route';
import { GET as readOwn } from '@/app/api/watchlist/route';
import { localDay } from '@/content/plan/calendar';
import { CohortMadeSchema } from '@/contracts/cohort-settings';
import { AgendaSchema, SessionListSchema } from '@/contracts/peer-session';
import {
  OwnWatchSchema,
  WATCH_DEFAULTS,
  type WatchEntry,
  WatchlistSchema,
  type WatchRule,
  type WatchSettings,
} from '@/contracts/watchlist';
import { db, disconnect, pool } from '@/server/db';
import { recomputeProgress } from '@/server/progress/exercise-progress';
import { inTransaction } from '@/server/transaction';
import { check, type Member, makeWorld, opens, submission, type World } from './discussion-world';
import { DENSE, LONG, NET, RELU } from './manifest';
import { look as lookAt, mark, openSession, press, write } from './peer-session-calls';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
const dayAgo = (days: number) => localDay(ago(days), 'Asia/Seoul');
const dateAgo = (days: number) => new Date(dayAgo(days));

let world: World;

/** A cohort in its sixth week that meets every day, of learners who have done nothing. */
beforeEach(async () => {
  await pool.query('DELETE FROM audit_entry; DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
  await db.cohort.updateMany({ data: { startsOn: dateAgo(40), sessionDays: [1, 2, 3, 4, 5, 6, 7] } });
  await db.enrolment.updateMany({ data: { createdAt: ago(40) } });
  await pool.query('DELETE FROM lesson_progress');
});
afterAll(disconnect);

const OFF: WatchSettings = { inactive: null, behind: null, stuck: null, absent: null, hints: null };

const of = (id: string) => ({ context: { params: Promise.resolve({ id }) } });
const look = (who: Member, cohort = world.cohort) => who.call(readList, 'GET', undefined, of(cohort));
const settle = (who: Member, settings: unknown, cohort = world.cohort) =>
  who.call(changeRules, 'PUT', settings, of(cohort));
const only = (rule: WatchRule, from: number) => settle(world.instructor, { ...OFF, [rule]: from });
const listOf = async (who = world.assistant) => WatchlistSchema.parse((await look(who)).body);
const aside = (who: Member, user: string, input: { until: string; note: string } | null, cohort = world.cohort) =>
  who.call(changeAside, 'PUT', { aside: input }, { context: { params: Promise.resolve({ id: cohort, user }) } });
const ownOf = async (who: Member) => OwnWatchSchema.parse((await who.call(readOwn, 'GET')).body);

const named = async () => (await listOf()).entries.map(({ learner }) => learner.name);
async function reasonsOf({ userId }: Member): Promise<WatchEntry['reasons']> {
  return (await listOf()).entries.find(({ learner }) => learner.id === userId)?.reasons ?? [];
}

const recount = (who: Member, exerciseId = DENSE) =>
  inTransaction((tx) => recomputeProgress(tx, who.userId, exerciseId));

/** Hands in what fails these checks. */
async function fails(who: Member, checks = [check('values')], more: { cohortId?: string | null } = {}) {
  const id = await submission(who, { passed: false, cohortId: world.cohort, checks, ...more });
  await recount(who);
  return id;
}

const due = (exerciseId: string, days: number) =>
  db.assignment.create({ data: { cohortId: world.cohort, exerciseId, dueAt: ago(days) } });

test('a cohort has the usual rules until its instructor sets others, all at once', async () => {
  const { cohort, assistant, instructor, admin } = world;
  expect(await listOf()).toMatchObject({ settings: WATCH_DEFAULTS, mayChange: false, learners: 4, quiet: null });
  const settings = { ...WATCH_DEFAULTS, hints: null, absent: 2 };
  expect((await settle(instructor, settings)).body).toMatchObject({ settings, mayChange: true });
  expect(await listOf()).toMatchObject({ settings });
  expect((await settle(admin, WATCH_DEFAULTS)).status).toBe(200);
  expect((await settle(assistant, settings)).status).toBe(403);
  expect(await listOf()).toMatchObject({ settings: WATCH_DEFAULTS });
  expect(await db.auditEntry.findMany({ where: { actorId: instructor.userId } })).toMatchObject([
    { cohortId: cohort, action: 'watchlist.settings', detail: settings },
  ]);
});

test.each([
  ['a rule is missing', { inactive: 5, behind: 4, stuck: 6, absent: 3 }],
  ['one names everybody', { ...WATCH_DEFAULTS, behind: 0 }],
  ['one has half a number', { ...WATCH_DEFAULTS, hints: 1.5 }],
  ['one is out of reach', { ...WATCH_DEFAULTS, absent: 11 }],
])('rules of which %s are refused', async (_what, settings) => {
  expect((await settle(world.instructor, settings)).status).toBe(400);
  expect(await db.watchSettings.count()).toBe(0);
});

test('a cohort that is copied to a new term keeps its rules, and nobody who was set aside', async () => {
  const { instructor, ada, cohort } = world;
  await settle(instructor, { ...WATCH_DEFAULTS, behind: 9 });
  await aside(instructor, ada.userId, { until: dayAgo(-3), note: 'x' });
  const input = { name: 'Spring', startsOn: '2027-03-02' };
  const { body } = await instructor.call(copyCohort, 'POST', input, of(cohort));
  const copy = CohortMadeSchema.parse(body).cohort.id;
  expect(await db.watchSettings.findUnique({ where: { cohortId: copy } })).toMatchObject({ behind: 9 });
  expect(await db.watchAside.count({ where: { cohortId: copy } })).toBe(0);
});

test('a list is its cohort’s staff’s, and of an archived cohort nobody’s', async () => {
  const { ada, stranger, otherInstructor, instructor, admin, cohort, otherCohort } = world;
  for (const person of [ada, stranger, otherInstructor]) {
    expect((await look(person)).status).toBe(404);
    expect((await settle(person, WATCH_DEFAULTS)).status).toBe(404);
    expect((await aside(person, ada.userId, { until: dayAgo(0), note: '' })).status).toBe(404);
  }
  expect((await look(instructor, otherCohort)).status).toBe(404);
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  for (const person of [instructor, admin]) expect((await look(person)).status).toBe(404);
  expect((await ownOf(ada)).cohorts).toEqual([]);
});

test('who shows no sign of work is named with the days of the plan since they came', async () => {
  await only('inactive', 40);
  const reason = { rule: 'inactive', count: 40, days: 41, since: null };
  expect((await listOf()).entries).toMatchObject(
    ['Ada', 'Ben', 'Cho', 'Dan'].map((name) => ({ learner: { name }, reasons: [reason], aside: null })),
  );
  await only('inactive', 41);
  expect(await named()).toEqual([]);
});

const ada = () => ({ userId: world.ada.userId });
const SIGNS: [string, () => Promise<unknown>][] = [
  [
    'handed in',
    async () => {
      const id = await fails(world.ada);
      await db.submission.update({ where: { id }, data: { createdAt: ago(2) } });
      await recount(world.ada);
    },
  ],
  ['read', () => db.lessonProgress.create({ data: { ...ada(), lessonId: 'x', startedAt: ago(2) } })],
  [
    'finished reading',
    () => db.lessonProgress.create({ data: { ...ada(), lessonId: 'x', startedAt: ago(9), finishedAt: ago(2) } }),
  ],
  [
    'answered',
    () => db.quickCheckAnswer.create({ data: { ...ada(), checkId: 'x', answer: 1, correct: true, updatedAt: ago(2) } }),
  ],
  [
    'saved',
    () => db.draft.create({ data: { ...ada(), exerciseId: DENSE, source: '', revision: 1, updatedAt: ago(2) } }),
  ],
  [
    'posted',
    async () => {
      await world.ada.opens({ cohort: world.cohort, team: world.team });
      await db.post.updateMany({ data: { createdAt: ago(2) } });
    },
  ],
  [
    'met',
    async () => {
      const { id } = await held(2);
      await db.attendance.create({ data: { ...ada(), sessionId: id, joinedAt: ago(2) } });
    },
  ],
  ['shared a log', () => db.logEntry.create({ data: { ...ada(), ...LOG, visibility: 'TEAM' } })],
];
const LOG = { day: new Date(Date.now() - 2 * 86_400_000), timeZone: 'UTC', postedAt: ago(2) };

test.each(SIGNS)('it is a sign of work to have %s', async (_what, work) => {
  await work();
  await only('inactive', 1);
  expect(await reasonsOf(world.ada)).toMatchObject([{ rule: 'inactive', count: 1, since: dayAgo(2) }]);
  expect(await reasonsOf(world.ben)).toMatchObject([{ count: 40, since: null }]);
});

test('a log that its writer keeps to themselves tells staff nothing, nor do posts of another cohort', async () => {
  const { stranger, otherCohort, ada: learner } = world;
  await db.logEntry.create({ data: { ...ada(), ...LOG, visibility: 'ME' } });
  await stranger.opens({ cohort: otherCohort, team: null });
  await db.post.updateMany({ data: { authorId: learner.userId } });
  await only('inactive', 1);
  expect(await reasonsOf(learner)).toMatchObject([{ count: 40, since: null }]);
});

test('days off the plan are no days without work', async () => {
  const weekday = ((new Date(dayAgo(1)).getUTCDay() + 6) % 7) + 1;
  await db.cohort.update({ where: { id: world.cohort }, data: { sessionDays: [weekday] } });
  await db.lessonProgress.create({ data: { ...ada(), lessonId: 'x', startedAt: ago(8) } });
  await only('inactive', 1);
  expect(await reasonsOf(world.ada)).toMatchObject([{ count: 1, days: 8 }]);
});

test('who is behind the plan is named with what is due and not passed, the oldest first', async () => {
  await due(DENSE, 3);
  await due(RELU, 10);
  await due(LONG, -1);
  await due('99-gone/from-the-course', 12);
  await opens(world.ben, 'passed');
  await opens(world.cho, 'passed after the solution', RELU);
  await only('behind', 2);
  expect(await named()).toEqual(['Ada', 'Dan']);
  expect(await reasonsOf(world.ada)).toMatchObject([
    { rule: 'behind', count: 2, days: 10, exercises: [{ exercise: RELU }, { exercise: DENSE }] },
  ]);
  await fails(world.dan);
  expect(await named()).toEqual(['Ada', 'Dan']);
  const given = { cohortId: world.cohort, userId: world.dan.userId, exerciseId: RELU, reason: 'ill' };
  await db.extension.create({ data: { ...given, dueAt: new Date(Date.now() + 3_600_000) } });
  expect(await named()).toEqual(['Ada']);
});

test('who fails the same check again and again is named with it, its diagnosis and the latest submission', async () => {
  const text = { ko: '편향', en: 'Without the bias' };
  const values = check('values', { diagnosis: { id: 'mistake:no-bias', text, confidence: 1 } });
  const shape = check('shape', { outcome: 'passed', points: 4 });
  await fails(world.ada, [check('values'), check('shape')]);
  await fails(world.ada, [check('values'), shape]);
  const id = await fails(world.ada, [values, shape]);
  await only('stuck', 3);
  expect(await named()).toEqual(['Ada']);
  expect(await reasonsOf(world.ada)).toEqual([
    {
      ...{ rule: 'stuck', count: 3, days: 0, exercise: DENSE, check: 'values' },
      ...{ title: { ko: 'values', en: 'values' }, diagnosis: text, submission: id },
    },
  ]);
  await only('stuck', 4);
  expect(await named()).toEqual([]);
});

test('a run that came to no check, or skipped it, says nothing of it', async () => {
  const { ada } = world;
  for (let count = 0; count < 2; count += 1) await fails(ada);
  await fails(ada, []);
  await fails(ada, [check('values', { outcome: 'skipped' })]);
  await only('stuck', 2);
  expect(await reasonsOf(ada)).toMatchObject([{ count: 2 }]);
  await only('stuck', 3);
  expect(await reasonsOf(ada)).toEqual([]);
});

const RESCUES: [string, (who: Member) => Promise<unknown>][] = [
  ['has got past the check', (who) => fails(who, [check('values', { outcome: 'passed' }), check('shape')])],
  [
    'has passed the exercise',
    async (who) => {
      await submission(who, { passed: true, cohortId: world.cohort, checks: [] });
      await recount(who);
    },
  ],
  ['has given it up', (who) => opens(who, 'given up')],
];

test.each(RESCUES)('who %s is stuck no more', async (_what, rescue) => {
  for (let count = 0; count < 3; count += 1) await fails(world.ada);
  await only('stuck', 3);
  expect(await named()).toEqual(['Ada']);
  await rescue(world.ada);
  expect(await named()).toEqual([]);
});

test('who left an exercise alone for weeks is behind rather than stuck', async () => {
  const { ada } = world;
  for (let count = 0; count < 3; count += 1) await fails(ada);
  await only('stuck', 3);
  expect(await named()).toEqual(['Ada']);
  await db.submission.updateMany({ data: { createdAt: ago(20) } });
  await recount(ada);
  expect(await named()).toEqual([]);
});

test('what was handed in elsewhere is none of the staff’s business', async () => {
  for (let count = 0; count < 3; count += 1) await fails(world.ada, undefined, { cohortId: null });
  await only('stuck', 1);
  expect(await named()).toEqual([]);
});

function held(days: number, teamId = world.team, startedAt: Date | null = ago(days)) {
  return db.peerSession.create({ data: { teamId, day: dateAgo(days), agenda: {}, startedAt } });
}

test('who misses sessions that their team held is named with them, the latest first', async () => {
  const { ada, ben, otherTeam } = world;
  const [first, second, third] = [await held(5), await held(3), await held(1)];
  await held(2, world.team, null);
  await held(20);
  await held(0);
  await held(4, otherTeam);
  const there = (sessionId: string, who: Member, more = {}) =>
    db.attendance.create({ data: { sessionId, userId: who.userId, joinedAt: ago(1), ...more } });
  await there(first.id, ben);
  await there(second.id, ben, { joinedAt: null, excused: true });
  await there(third.id, ada, { joinedAt: null, role: 'SCRIBE' });
  await only('absent', 1);
  expect(await reasonsOf(ada)).toEqual([
    {
      ...{ rule: 'absent', count: 3, days: 5 },
      sessions: [
        { id: third.id, day: dayAgo(1) },
        { id: second.id, day: dayAgo(3) },
        { id: first.id, day: dayAgo(5) },
      ],
    },
  ]);
  expect(await reasonsOf(ben)).toMatchObject([{ count: 1, sessions: [{ id: third.id }] }]);
  expect(await named()).toEqual(['Ada', 'Cho', 'Ben']);
  await only('absent', 2);
  expect(await named()).toEqual(['Ada']);
});

test('sessions before one came, and days spent with another team, are not missed', async () => {
  const { ada, cohort, otherTeam } = world;
  await held(9);
  await held(3);
  await held(2);
  const elsewhere = await held(3, otherTeam);
  await db.attendance.create({ data: { sessionId: elsewhere.id, userId: ada.userId, joinedAt: ago(3) } });
  await db.enrolment.updateMany({ where: { userId: ada.userId, cohortId: cohort }, data: { createdAt: ago(8) } });
  await only('absent', 1);
  expect(await reasonsOf(ada)).toMatchObject([{ count: 1, sessions: [{ day: dayAgo(2) }] }]);
});

test('hints are added up over exercises that are not passed, or were lately', async () => {
  const row = (exerciseId: string, hintsOpened: number, more = {}) =>
    db.exerciseProgress.create({ data: { ...ada(), exerciseId, hintsOpened, ...more } });
  await row(DENSE, 2);
  await row(RELU, 3, { state: 'PASSED', firstPassedAt: ago(5) });
  await row(LONG, 4, { state: 'PASSED', firstPassedAt: ago(30) });
  await row('99-gone/from-the-course', 9);
  await only('hints', 5);
  expect((await listOf()).entries).toMatchObject([
    {
      learner: { name: 'Ada' },
      reasons: [
        {
          ...{ rule: 'hints', count: 5 },
          exercises: [
            { exercise: RELU, hints: 3 },
            { exercise: DENSE, hints: 2 },
          ],
        },
      ],
    },
  ]);
  await only('hints', 6);
  expect(await named()).toEqual([]);
});

test('nobody is named in a cohort’s first week, after its last day, in their own first week, or when they have passed all', async () => {
  const { cohort, ada, ben } = world;
  const change = (data: object) => db.cohort.update({ where: { id: cohort }, data });
  await only('inactive', 1);
  await change({ startsOn: dateAgo(6) });
  expect(await listOf()).toMatchObject({ quiet: 'beginning', entries: [], learners: 4 });
  await change({ startsOn: dateAgo(7) });
  expect(await named()).toHaveLength(4);
  await change({ startsOn: dateAgo(40), endsOn: dateAgo(1) });
  expect(await listOf()).toMatchObject({ quiet: 'over', entries: [] });
  await change({ endsOn: dateAgo(0) });
  await db.enrolment.updateMany({ where: { userId: ada.userId }, data: { createdAt: ago(2) } });
  expect(await named()).toEqual(['Ben', 'Cho', 'Dan']);
  await due(DENSE, 3);
  await opens(ben, 'passed');
  expect(await named()).toEqual(['Cho', 'Dan']);
  // Without a plan the whole course is to be passed.
  await db.assignment.deleteMany();
  expect(await named()).toEqual(['Ben', 'Cho', 'Dan']);
  for (const exercise of [LONG, RELU, NET]) await opens(ben, 'passed', exercise);
  expect(await named()).toEqual(['Cho', 'Dan']);
  expect((await ownOf(ben)).cohorts).toMatchObject([{ quiet: 'done' }]);
});

test('who has more reasons comes first, with their team and their address', async () => {
  const { dan, ada, team } = world;
  await settle(world.instructor, { ...OFF, inactive: 5, stuck: 1 });
  await fails(dan);
  const old = { createdAt: ago(9) };
  await db.submission.updateMany({ where: { userId: dan.userId }, data: old });
  await recount(dan);
  const { entries } = await listOf();
  expect(entries.map(({ learner }) => learner.name)).toEqual(['Dan', 'Ada', 'Ben', 'Cho']);
  expect(entries[0]).toMatchObject({ team: null, reasons: [{ rule: 'inactive' }, { rule: 'stuck' }] });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: ada.userId } });
  expect(entries[1]).toMatchObject({ team: { id: team }, email });
  await db.user.update({ where: { id: ada.userId }, data: { isAnonymous: true } });
  expect((await listOf()).entries[1]).toMatchObject({ learner: { name: 'Ada' }, email: null });
});

test('any of the staff sets somebody aside for all of them, until a day is over or it is taken back', async () => {
  const { ada, assistant, instructor, cohort } = world;
  const entry = async (who = instructor) =>
    (await listOf(who)).entries.find(({ learner }) => learner.id === ada.userId)?.aside;
  expect((await aside(assistant, ada.userId, { until: dayAgo(-3), note: ' Wrote to her. ' })).status).toBe(200);
  expect(await entry()).toMatchObject({ until: dayAgo(-3), note: 'Wrote to her.', by: 'Assistant' });
  await aside(instructor, ada.userId, { until: dayAgo(0), note: '' });
  expect(await entry(assistant)).toMatchObject({ until: dayAgo(0), note: '', by: 'Instructor' });
  await db.watchAside.updateMany({ data: { until: dateAgo(1) } });
  expect(await entry()).toBeNull();
  await aside(assistant, ada.userId, { until: dayAgo(-1), note: 'x' });
  await aside(assistant, ada.userId, null);
  expect(await entry()).toBeNull();
  expect((await aside(assistant, ada.userId, null)).status).toBe(200);
  const trail = await db.auditEntry.findMany({ orderBy: { id: 'asc' } });
  expect(trail.map(({ action, actorId, reason }) => [action, actorId, reason])).toEqual([
    ['watchlist.aside', assistant.userId, 'Wrote to her.'],
    ['watchlist.aside', instructor.userId, null],
    ['watchlist.aside', assistant.userId, 'x'],
    ['watchlist.resume', assistant.userId, null],
  ]);
  expect(trail.every(({ subject, cohortId }) => subject === ada.userId && cohortId === cohort)).toBe(true);
});

test('two of the staff who set somebody aside at once both get an answer, and one word holds', async () => {
  const { ada, assistant, instructor } = world;
  const answers = await Promise.all(
    [assistant, instructor, assistant, instructor].map((who) =>
      aside(who, ada.userId, { until: dayAgo(-3), note: who.name }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await db.watchAside.count()).toBe(1);
});

test('nobody is set aside for a day that is over, for ever, on no day, or without learning in the cohort', async () => {
  const { ada, stranger, instructor, assistant } = world;
  const until = async (day: string, user = ada.userId) =>
    (await aside(assistant, user, { until: day, note: '' })).status;
  expect(await until(dayAgo(1))).toBe(400);
  expect(await until(dayAgo(-93))).toBe(400);
  expect(await until('2026-02-30')).toBe(400);
  expect(await until(dayAgo(-92))).toBe(200);
  expect([await until(dayAgo(0), stranger.userId), await until(dayAgo(0), instructor.userId)]).toEqual([404, 404]);
  await db.enrolment.deleteMany({ where: { userId: ada.userId } });
  expect(await db.watchAside.count()).toBe(0);
});

test('learners read which rules there are and what these know of them alone, without the notes of staff', async () => {
  const { ada, ben, assistant, instructor, cohort } = world;
  await due(DENSE, 3);
  await fails(ada);
  await settle(instructor, { ...WATCH_DEFAULTS, hints: null });
  await aside(assistant, ada.userId, { until: dayAgo(-3), note: 'Is ill.' });
  const { cohorts } = await ownOf(ada);
  expect(cohorts).toEqual([
    {
      ...{ id: cohort, name: expect.any(String), settings: { ...WATCH_DEFAULTS, hints: null }, quiet: null },
      facts: [
        { rule: 'behind', count: 1, days: 3, exercises: [{ exercise: DENSE, due: expect.any(String) }] },
        expect.objectContaining({ rule: 'stuck', count: 1, check: 'values' }),
      ],
    },
  ]);
  expect(JSON.stringify((await ada.call(readOwn, 'GET')).body)).not.toContain('ill');
  expect((await ownOf(ben)).cohorts[0]?.facts.map(({ rule }) => rule)).toEqual(['inactive', 'behind']);
  expect((await ownOf(instructor)).cohorts).toEqual([]);
  const exported = await ada.call(exportData, 'GET');
  expect(exported.body).toMatchObject({ enrolments: [{ watchAside: { until: expect.any(String) } }] });
  expect(JSON.stringify(exported.body)).not.toContain('Is ill.');
});

describe('the agenda of a team’s next session', () => {
  const text = 'Where is everybody?';
  beforeEach(() => db.cohort.updateMany({ data: { startsOn: dateAgo(3) } }));
  const place = (item = '', { team = world.team, cohort = world.cohort } = {}) => ({
    context: { params: Promise.resolve({ id: cohort, team, item }) },
  });
  const put = (who: Member, id = randomUUID() as string, where = {}, words = text) =>
    who.call(putOnAgenda, 'POST', { id, text: words }, place('', where));
  const undo = (who: Member, item: string, where = {}) => who.call(takeBack, 'DELETE', undefined, place(item, where));

  test('staff put something on it in their own words, and the team finds it there', async () => {
    const { ada, ben, assistant, team, cohort } = world;
    const id = randomUUID();
    await pool.query('DELETE FROM outbox_event');
    expect(await put(assistant, id)).toEqual({ status: 201, body: { day: dayAgo(0) } });
    expect((await put(assistant, id)).body).toEqual({ day: dayAgo(0) });
    const session = await openSession(ada, team);
    const { items, viewer } = await lookAt(ben, session);
    expect(viewer).toBe('member');
    expect(items).toMatchObject([{ id, text, kind: 'FOLLOW_UP', author: { name: 'Assistant' }, assignee: null }]);
    expect(await db.outboxEvent.count({ where: { stream: `user:${ben.userId}` } })).toBe(1);
    // Of whom the list had named nothing is written down.
    expect(await db.auditEntry.findMany()).toMatchObject([
      { actorId: assistant.userId, cohortId: cohort, action: 'team.follow-up', subject: team, detail: { item: id } },
    ]);
  });

  test('once today’s session has ended it is that of the next day, which the archive does not show yet', async () => {
    const { ada, assistant, team } = world;
    const session = await openSession(ada, team);
    await press(ada, session, 'start');
    await press(ada, session, 'end');
    const id = randomUUID();
    expect((await put(assistant, id)).body).toEqual({ day: dayAgo(-1) });
    expect((await lookAt(ada, session)).items).toEqual([]);
    const { body } = await ada.call(listSessions, 'GET', undefined, { query: { team } });
    const { sessions, today } = SessionListSchema.parse(body);
    expect(sessions.map((one) => one.id)).toEqual([session]);
    expect(today.session?.id).toBe(session);
    // The next day: the session is there, with it.
    await db.peerSession.update({ where: { id: session }, data: { day: dateAgo(1) } });
    await db.peerSession.updateMany({ where: { id: { not: session } }, data: { day: dateAgo(0) } });
    const next = await openSession(ada, team);
    expect((await lookAt(ada, next)).items).toMatchObject([{ id, text }]);
  });

  test('sent again it is one, with the words that were sent last', async () => {
    const { ada, assistant, team } = world;
    const id = randomUUID();
    const both = await Promise.all([put(assistant, id), put(assistant, id)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await put(assistant, id, {}, 'Who comes on Friday?')).status).toBe(201);
    const session = await openSession(ada, team);
    expect((await lookAt(ada, session)).items).toMatchObject([{ id, text: 'Who comes on Friday?' }]);
    await mark(ada, session, id, true);
    expect((await put(assistant, id)).status).toBe(201);
    expect((await lookAt(ada, session)).items).toMatchObject([{ id, text: 'Who comes on Friday?' }]);
  });

  test('a session made ahead follows the plan until it starts, and a day that nobody came to is no part of the archive', async () => {
    const { ada, ben, assistant, team } = world;
    const first = await openSession(ada, team);
    await press(ada, first, 'start');
    await write(ada, first, 'THANKS', 'Thanks, Ben!');
    await press(ada, first, 'end');
    expect((await put(assistant)).body).toEqual({ day: dayAgo(-1) });
    // Two days later: the team did not meet on the day between.
    await db.peerSession.update({ where: { id: first }, data: { day: dateAgo(2), createdAt: ago(2) } });
    await db.peerSession.updateMany({ where: { id: { not: first } }, data: { day: dateAgo(1), createdAt: ago(2) } });
    await put(assistant);
    const { number, ...agenda } = AgendaSchema.parse(
      (await db.peerSession.findFirstOrThrow({ where: { day: dateAgo(0) } })).agenda,
    );
    await db.peerSession.updateMany({
      where: { day: dateAgo(0) },
      data: { agenda: { ...agenda, number: 70 }, createdAt: ago(2) },
    });
    const list = async () =>
      SessionListSchema.parse((await ada.call(listSessions, 'GET', undefined, { query: { team } })).body);
    expect((await list()).today.agenda?.number).toBe(number);
    const session = await openSession(ben, team);
    const seen = await lookAt(ben, session);
    expect(seen.agenda.number).toBe(number);
    expect((await list()).sessions.map(({ id }) => id)).toEqual([session, first]);
    expect(seen.carried.map((item) => item.text)).toEqual(expect.arrayContaining(['Thanks, Ben!', text]));
  });

  test('who put it there takes it back, unless the team has dealt with it', async () => {
    const { ada, assistant, instructor, team } = world;
    const [first, second] = [randomUUID(), randomUUID()];
    for (const id of [first, second]) await put(assistant, id);
    expect((await undo(instructor, first)).status).toBe(404);
    expect((await undo(assistant, first)).status).toBe(200);
    expect((await undo(assistant, first)).status).toBe(404);
    const session = await openSession(ada, team);
    expect((await lookAt(ada, session)).items).toMatchObject([{ id: second }]);
    await mark(ada, session, second, true);
    expect((await undo(assistant, second)).status).toBe(404);
    expect(await db.auditEntry.count({ where: { action: 'team.follow-up-back' } })).toBe(1);
  });

  test('a team of elsewhere, an archived cohort, a plan that is over and an id of something else are refused', async () => {
    const { ada, assistant, instructor, otherInstructor, cohort, otherCohort, team } = world;
    const id = randomUUID();
    expect((await put(assistant, id)).status).toBe(201);
    for (const who of [ada, otherInstructor]) {
      expect((await put(who)).status).toBe(404);
      expect((await undo(who, id)).status).toBe(404);
    }
    expect((await put(otherInstructor, randomUUID(), { cohort: otherCohort })).status).toBe(404);
    expect((await put(instructor, id)).status).toBe(409);
    expect((await instructor.call(putOnAgenda, 'POST', { id: randomUUID(), text: ' ' }, place())).status).toBe(400);
    await db.peerSession.deleteMany({ where: { teamId: team } });
    await db.cohort.update({ where: { id: cohort }, data: { endsOn: dateAgo(1) } });
    expect((await put(instructor)).status).toBe(409);
    expect(await db.peerSession.count({ where: { teamId: team } })).toBe(0);
    await db.cohort.update({ where: { id: cohort }, data: { endsOn: null, archivedAt: new Date() } });
    expect((await put(instructor)).status).toBe(404);
  });
});
