import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as exportData } from '@/app/api/account/export/route';
import { DELETE as deleteAccount } from '@/app/api/account/route';
import { GET as readDay, PUT as saveDay } from '@/app/api/log/day/route';
import { PUT as changeEntry, DELETE as deleteEntry, GET as readEntry } from '@/app/api/log/entries/[id]/route';
import { GET as listEntries } from '@/app/api/log/entries/route';
import { GET as exportLog } from '@/app/api/log/export/route';
import { GET as readOverview } from '@/app/api/log/route';
import { GET as readTeamLog } from '@/app/api/log/team/route';
import { PUT as saveSettings } from '@/app/api/notifications/settings/route';
import { localDay } from '@/content/plan/calendar';
import {
  LogDaySchema,
  type LogFields,
  LogOverviewSchema,
  LogPageSchema,
  LogSavedSchema,
  TeamLogSchema,
} from '@/contracts/log';
import { db, disconnect, pool } from '@/server/db';
import { readStreaks } from '@/server/log/read';
import { changeEntry as changeAt, saveEntry as saveAt } from '@/server/log/write';
import { findViewer } from '@/server/viewer';
import { Learner } from './learner';
import { DENSE } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());
afterAll(disconnect);

const ZONE = 'Asia/Seoul';
const NOTHING: LogFields = { learned: '', derived: '', mistake: '', question: '', thanks: '' };
const today = () => localDay(new Date(), ZONE);
const contextOf = (id: string) => ({ context: { params: Promise.resolve({ id }) } });

async function member(name: string, isAdmin = false): Promise<Learner> {
  const learner = await Learner.guest();
  await db.user.update({ where: { id: await learner.id() }, data: { isAnonymous: false, name, isAdmin } });
  return learner;
}

type Membership = [person: Learner, role: 'LEARNER' | 'ASSISTANT' | 'INSTRUCTOR', team?: 'a' | 'b'];

async function cohort(people: readonly Membership[]): Promise<void> {
  const slug = randomUUID();
  const { id, teams } = await db.cohort.create({
    data: {
      slug,
      name: slug,
      joinCode: slug,
      startsOn: new Date(),
      teams: { create: ['a', 'b'].map((name) => ({ name, joinCode: randomUUID() })) },
    },
    select: { id: true, teams: { select: { id: true, name: true } } },
  });
  for (const [person, role, team] of people) {
    const teamId = teams.find(({ name }) => name === team)?.id ?? null;
    await db.enrolment.create({ data: { userId: await person.id(), cohortId: id, role, teamId } });
  }
}

const save = (person: Learner, fields: Partial<LogFields>, rest: Record<string, unknown> = {}) =>
  person.call(saveDay, 'PUT', {
    day: today(),
    zone: ZONE,
    fields: { ...NOTHING, ...fields },
    baseRevision: 0,
    ...rest,
  });
const entryOf = ({ body }: { body: unknown }) => LogSavedSchema.parse(body).entry;
const share = (person: Learner, id: string, visibility: string, action = 'post') =>
  person.call(changeEntry, 'PUT', { action, visibility, zone: ZONE }, contextOf(id));

async function posted(person: Learner, visibility: string, learned = 'A dense layer is a matrix product.') {
  const { id } = entryOf(await save(person, { learned }));
  expect((await share(person, id, visibility)).status).toBe(200);
  return id;
}

let ada: Learner;
let mate: Learner;
let other: Learner;
let assistant: Learner;
let instructor: Learner;
let stranger: Learner;
let teacherElsewhere: Learner;
let admin: Learner;

beforeEach(async () => {
  await pool.query('DELETE FROM "user"; DELETE FROM cohort');
  [ada, mate, other, assistant, instructor, stranger, teacherElsewhere] = [
    await member('Ada'),
    await member('Mate'),
    await member('Other'),
    await member('Assistant'),
    await member('Instructor'),
    await member('Stranger'),
    await member('Elsewhere'),
  ];
  admin = await member('Admin', true);
  await cohort([
    [ada, 'LEARNER', 'a'],
    [mate, 'LEARNER', 'a'],
    [other, 'LEARNER', 'b'],
    [assistant, 'ASSISTANT'],
    [instructor, 'INSTRUCTOR'],
  ]);
  await cohort([[teacherElsewhere, 'INSTRUCTOR']]);
});

/** Who of all may read an entry, by its permalink. */
async function readers(id: string): Promise<string[]> {
  const people = { ada, mate, other, assistant, instructor, stranger, teacherElsewhere, admin };
  const answers = await Promise.all(
    Object.entries(people).map(async ([name, person]) => ({
      name,
      status: (await person.call(readEntry, 'GET', undefined, contextOf(id))).status,
    })),
  );
  expect(answers.every(({ status }) => status === 200 || status === 404)).toBe(true);
  return answers.flatMap(({ name, status }) => (status === 200 ? [name] : []));
}

async function teamLog(person: Learner, day = today()) {
  const { body } = await person.call(readTeamLog, 'GET', undefined, { query: { day } });
  return TeamLogSchema.parse(body);
}

test('each visibility reaches whom it says, and taking it back hides the entry at once', async () => {
  const id = await posted(ada, 'me');
  expect(await readers(id)).toEqual(['ada']);
  await share(ada, id, 'team', 'share');
  expect(await readers(id)).toEqual(['ada', 'mate', 'assistant', 'instructor', 'admin']);
  await share(ada, id, 'cohort', 'share');
  expect(await readers(id)).toEqual(['ada', 'mate', 'other', 'assistant', 'instructor', 'admin']);
  await share(ada, id, 'me', 'share');
  expect(await readers(id)).toEqual(['ada']);
});

test('a draft is its writer’s alone, whatever its visibility', async () => {
  const { id } = entryOf(await save(ada, { learned: 'half a thought' }));
  await share(ada, id, 'cohort', 'share');
  expect(await readers(id)).toEqual(['ada']);
  expect((await teamLog(mate)).entries).toEqual([]);
});

test('who leaves the team or whose cohort is archived reads no more', async () => {
  const id = await posted(ada, 'team');
  await db.enrolment.updateMany({ where: { userId: await mate.id() }, data: { teamId: null } });
  expect(await readers(id)).toEqual(['ada', 'assistant', 'instructor', 'admin']);
  await db.cohort.updateMany({ data: { archivedAt: new Date() } });
  expect(await readers(id)).toEqual(['ada']);
});

test('the team log shows what teammates shared for a day, and staff every team', async () => {
  const id = await posted(ada, 'team');
  await posted(other, 'team', 'Of another team.');
  expect((await teamLog(mate)).entries.map(({ author, mine, learned }) => [author.name, mine, learned])).toEqual([
    ['Ada', false, 'A dense layer is a matrix product.'],
  ]);
  expect((await teamLog(ada)).entries[0]).toMatchObject({ id, mine: true });
  expect((await teamLog(instructor)).entries.map(({ author }) => author.name)).toEqual(['Ada', 'Other']);
  expect((await teamLog(teacherElsewhere)).entries).toEqual([]);
  expect(await teamLog(mate, '2020-01-01')).toMatchObject({ entries: [], before: null, after: today() });
});

test('guests and nobody get no log; foreign, wrong and unknown ids are not found', async () => {
  const id = await posted(ada, 'me');
  const zone = { query: { zone: ZONE } };
  for (const person of [new Learner(), await Learner.guest()]) {
    expect((await person.call(readDay, 'GET', undefined, zone)).status).toBe(401);
    expect((await person.call(readOverview, 'GET', undefined, zone)).status).toBe(401);
    expect((await person.call(listEntries, 'GET')).status).toBe(401);
    expect((await person.call(readTeamLog, 'GET', undefined, { query: { day: today() } })).status).toBe(401);
    expect((await person.call(exportLog, 'GET', undefined, { query: { locale: 'en' } })).status).toBe(401);
    expect((await save(person, { learned: 'x' })).status).toBe(401);
    expect((await person.call(readEntry, 'GET', undefined, contextOf(id))).status).toBe(401);
    expect((await share(person, id, 'cohort')).status).toBe(401);
    expect((await person.call(deleteEntry, 'DELETE', undefined, contextOf(id))).status).toBe(401);
  }
  for (const person of [mate, other, assistant, instructor, stranger, teacherElsewhere, admin]) {
    expect((await share(person, id, 'cohort', 'share')).status).toBe(404);
    expect((await person.call(deleteEntry, 'DELETE', undefined, contextOf(id))).status).toBe(404);
  }
  for (const wrong of [randomUUID(), 'x', '%00', '../day'])
    expect((await share(ada, wrong, 'cohort')).status).toBe(404);
  expect(await readers(id)).toEqual(['ada']);
});

test('a second tab that stands on an older text is told, and loses nothing by it', async () => {
  const first = entryOf(await save(ada, { learned: 'one' }));
  const second = await save(ada, { learned: 'two' }, { baseRevision: first.revision });
  expect(second.status).toBe(200);
  const late = await save(ada, { learned: 'late' }, { baseRevision: first.revision });
  expect(late).toMatchObject({ status: 409, body: { entry: { learned: 'two', revision: 2 } } });
  const forced = await save(ada, { learned: 'late' }, { baseRevision: first.revision, force: true });
  expect(forced).toMatchObject({ status: 200, body: { entry: { learned: 'late', revision: 3 } } });
  // A repetition after a lost answer changes nothing.
  expect(await save(ada, { learned: 'late' }, { baseRevision: 2 })).toMatchObject({
    status: 200,
    body: { entry: { revision: 3 } },
  });
  const events = await db.outboxEvent.findMany({ where: { stream: `user:${await ada.id()}` }, orderBy: { id: 'asc' } });
  expect(events.map(({ payload }) => payload).filter((event) => (event as { type: string }).type === 'log')).toEqual(
    [1, 2, 3].map((revision) => ({ type: 'log', day: today(), revision })),
  );
});

test('first saves of two tabs at once make one entry', async () => {
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((learned) => save(ada, { learned })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  expect(await db.logEntry.count()).toBe(1);
});

test('an entry is begun on its day or in the small hours after it; later it can still be edited', async () => {
  const viewer = { id: await ada.id() };
  const input = { day: '2026-03-03', zone: ZONE, fields: { ...NOTHING, learned: 'x' }, baseRevision: 0 };
  const at = (time: string) => saveAt(viewer, input, new Date(`2026-03-${time}+09:00`));
  await expect(at('02T23:59:00')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(at('04T04:00:00')).rejects.toMatchObject({ code: 'forbidden' });
  const { entry } = await at('04T03:59:00');
  await changeAt(
    viewer,
    entry.id,
    { action: 'post', visibility: 'team', zone: ZONE },
    new Date('2026-03-04T03:59:30+09:00'),
  );
  const edit = { ...input, fields: { ...NOTHING, learned: 'edited' }, baseRevision: 1 };
  expect(await saveAt(viewer, edit, new Date('2026-03-09T12:00:00+09:00'))).toMatchObject({ saved: true });
  expect(await db.logEntry.findFirst()).toMatchObject({ learned: 'edited', timeZone: ZONE });
});

test('a draft of Seoul that is posted in California counts for its day there', async () => {
  const viewer = { id: await ada.id() };
  const [seoul, california] = ['Asia/Seoul', 'America/Los_Angeles'];
  const input = { day: '2026-03-03', zone: seoul, fields: { ...NOTHING, learned: 'x' }, baseRevision: 0 };
  const { entry } = await saveAt(viewer, input, new Date('2026-03-03T10:00:00+09:00'));
  const landed = new Date('2026-03-03T15:00:00-08:00');
  await changeAt(viewer, entry.id, { action: 'post', visibility: 'me', zone: california }, landed);
  expect(await db.logEntry.findFirst()).toMatchObject({ timeZone: california, postedAt: landed });
});

test('what is empty is not posted; what is too long or from no calendar is refused', async () => {
  const { id } = entryOf(await save(ada, { learned: ' \n' }));
  expect((await share(ada, id, 'team')).status).toBe(400);
  for (const wrong of [
    { day: '2026-02-30' },
    { zone: 'Mars/Olympus' },
    { zone: '../etc' },
    { baseRevision: -1 },
    { fields: { ...NOTHING, learned: 'x'.repeat(20_001) } },
    { fields: { learned: 'x' } },
  ])
    expect((await save(ada, {}, wrong)).status).toBe(400);
  expect((await share(ada, id, 'everybody')).status).toBe(400);
});

test('the day shows what was done on it, public findings with their diagnosis, and nothing of hidden checks', async () => {
  const userId = await ada.id();
  const result = (visibility: string, title: string) => ({
    visibility,
    title: { en: title, ko: title },
    diagnosis: { id: 'mistake:axis', text: { en: `Why ${title} fails`, ko: '축' }, confidence: 1 },
  });
  const { id } = await ada.submit({ source: 'wrong' });
  const run = await db.gradingRun.findFirstOrThrow({ where: { submissionId: id } });
  await db.gradingRun.update({ where: { id: run.id }, data: { status: 'GRADED', passed: false } });
  await db.submission.update({ where: { id }, data: { officialRunId: run.id } });
  await db.checkResult.createMany({
    data: [
      { runId: run.id, position: 0, checkId: 'shape', outcome: 'failed', points: 0, result: result('public', 'shape') },
      {
        runId: run.id,
        position: 1,
        checkId: 'secret',
        outcome: 'failed',
        points: 0,
        result: result('hidden', 'secret'),
      },
      { runId: run.id, position: 2, checkId: 'bias', outcome: 'passed', points: 2, result: result('public', 'bias') },
    ],
  });
  await db.quickCheckAnswer.create({
    data: { userId, checkId: '02-mlp.03-backpropagation#shapes', answer: 1, correct: true },
  });
  await db.lessonProgress.create({
    data: { userId, lessonId: '01-old.01-day', startedAt: new Date('2020-01-01'), finishedAt: new Date('2020-01-02') },
  });
  const { body } = await ada.call(readDay, 'GET', undefined, { query: { zone: ZONE } });
  const { activity } = LogDaySchema.parse(body);
  expect(activity).toEqual({
    lessons: [{ lesson: '02-mlp.01-from-lines-to-layers', finished: false }],
    checks: [{ lesson: '02-mlp.03-backpropagation', answered: 1, correct: 1 }],
    exercises: [
      {
        exercise: DENSE,
        attempts: 1,
        passed: false,
        findings: [{ check: { en: 'shape', ko: 'shape' }, diagnosis: { en: 'Why shape fails', ko: '축' } }],
      },
    ],
    session: false,
  });
  expect(JSON.stringify(body)).not.toContain('secret');
  const { body: mates } = await mate.call(readDay, 'GET', undefined, { query: { zone: ZONE } });
  expect(LogDaySchema.parse(mates).activity.exercises).toEqual([]);
});

test('calendar, streak and pages are one’s own; teammates’ streaks count what they share', async () => {
  const userId = await ada.id();
  const now = new Date('2026-03-13T20:00:00+09:00');
  await db.logEntry.createMany({
    data: Array.from({ length: 12 }, (_, index) => ({
      userId,
      day: new Date(Date.UTC(2026, 2, 2 + index)),
      timeZone: ZONE,
      learned: `day ${index}`,
      visibility: index < 5 ? ('ME' as const) : ('TEAM' as const),
      postedAt: new Date(Date.UTC(2026, 2, 2 + index, 3)),
    })),
  });
  const { body } = await ada.call(readOverview, 'GET', undefined, { query: { zone: ZONE } });
  const overview = LogOverviewSchema.parse(body);
  expect(overview.days).toHaveLength(12);
  expect(overview.streak).toMatchObject({ days: 12, unbroken: 12, pauses: 0 });
  const pages = [LogPageSchema.parse((await ada.call(listEntries, 'GET')).body)];
  const before = pages[0]?.next ?? '';
  pages.push(LogPageSchema.parse((await ada.call(listEntries, 'GET', undefined, { query: { before } })).body));
  expect(pages.flatMap(({ entries }) => entries.map(({ learned }) => learned))).toEqual(
    Array.from({ length: 12 }, (_, index) => `day ${11 - index}`),
  );
  expect(pages[1]?.next).toBeNull();
  const streaksFor = async (person: Learner) => {
    const viewer = await findViewer(person.headers());
    return viewer && (await readStreaks(viewer, [userId, await mate.id()], now));
  };
  expect([...((await streaksFor(mate)) ?? [])]).toMatchObject([[userId, { days: 7, state: 'posted' }]]);
  expect((await streaksFor(other))?.size).toBe(0);
});

test('the export holds every entry of one’s own and nothing else', async () => {
  await posted(mate, 'cohort', 'of a mate');
  await posted(ada, 'me', 'The *chain rule*.');
  const request = new Request('http://127.0.0.1:3000/api/log/export?locale=ko', { headers: ada.headers() });
  const response = await exportLog(request, undefined);
  expect(response.headers.get('content-disposition')).toContain('learning-log.md');
  const text = await response.text();
  expect(text).toContain(`## ${today()}\n`);
  expect(text).toContain('The *chain rule*.');
  expect(text).not.toContain('of a mate');
});

test('a deleted entry is gone for everybody', async () => {
  const id = await posted(ada, 'cohort');
  expect((await ada.call(deleteEntry, 'DELETE', undefined, contextOf(id))).status).toBe(200);
  expect(await readers(id)).toEqual([]);
});

test('the export of an account holds log and settings, and deleting the account leaves neither', async () => {
  await posted(ada, 'team');
  const settings = { muted: ['post'], digest: false, timeZone: ZONE, quietFrom: 0, quietTo: 0, digestAt: 0 };
  expect((await ada.call(saveSettings, 'PUT', settings)).status).toBe(200);
  expect((await ada.call(exportData, 'GET')).body).toMatchObject({
    logEntries: [{ learned: 'A dense layer is a matrix product.', visibility: 'TEAM' }],
    notifyingSettings: { muted: ['post'], digest: false },
    notifications: [],
  });
  const userId = await ada.id();
  expect((await ada.call(deleteAccount, 'DELETE', {})).status).toBe(200);
  expect(await db.logEntry.count({ where: { userId } })).toBe(0);
  expect(await db.notificationSettings.count({ where: { userId } })).toBe(0);
});
