import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { PUT as readIt } from '@/app/api/announcements/[id]/reading/route';
import { GET as listOwn } from '@/app/api/announcements/route';
import { GET as readImage } from '@/app/api/attachments/[id]/route';
import { PATCH as change, DELETE as remove } from '@/app/api/cohorts/[id]/announcements/[announcement]/route';
import { POST as create, GET as listAll } from '@/app/api/cohorts/[id]/announcements/route';
import { PUT as markLines, GET as readInbox } from '@/app/api/notifications/route';
import { PUT as saveSettings } from '@/app/api/notifications/settings/route';
import {
  type AnnouncementInput,
  OwnAnnouncementsSchema,
  type StaffAnnouncement,
  StaffAnnouncementAnswerSchema,
  StaffAnnouncementsSchema,
} from '@/contracts/announcement';
import { InboxSchema } from '@/contracts/notifications';
import { sendDueAnnouncements } from '@/server/announcements/send';
import { wallClock } from '@/server/announcements/wall-clock';
import { createAttachment, sweepAttachments } from '@/server/attachments/attachments';
import { db, disconnect, pool } from '@/server/db';
import { findReader } from '@/server/discussion/reader';
import { digestMail } from '@/server/notifications/digest-mail';
import { findLines, groupLines } from '@/server/notifications/lines';
import { type Member, makeWorld, type World } from './discussion-world';

const folder = vi.hoisted(() => ({ data: '' }));
vi.mock('@/server/env', async (load) => {
  const { env, ...rest } = await load<typeof import('@/server/env')>();
  folder.data = mkdtempSync(path.join(tmpdir(), 'peergrad-announcements-'));
  return { ...rest, env: { ...env, DATA_DIR: folder.data } };
});
vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const HOUR = 3_600_000;
const later = (hours: number) => new Date(Date.now() + hours * HOUR);
/** So many hours from now, by the clock of the cohort. */
const clockIn = (hours: number) => wallClock(later(hours), 'Asia/Seoul');
const DAY = 24;

let world: World;

beforeEach(async () => {
  await pool.query('DELETE FROM audit_entry; DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  await pool.query('DELETE FROM attachment; DELETE FROM outbox_event');
  world = await makeWorld();
});
afterAll(disconnect);

const NOW = { teams: null, send: { when: 'now' } } as const;
const DRAFT = { teams: null, send: { when: 'draft' } } as const;
const inHours = (hours: number) => ({ teams: null, send: { when: 'at' as const, at: clockIn(hours) } });
const WORDS = { title: 'Exam', body: 'On **Friday**.', locale: 'en' as const };

const ask = (who: Member, input: Partial<AnnouncementInput> = {}, id = world.cohort) =>
  who.call(
    create,
    'POST',
    { clientId: randomUUID(), ...WORDS, plan: NOW, ...input },
    { context: { params: Promise.resolve({ id }) } },
  );
const one = (id: string, cohort = world.cohort) => ({
  context: { params: Promise.resolve({ id: cohort, announcement: id }) },
});

async function announce(input: Partial<AnnouncementInput> = {}, who = world.assistant): Promise<StaffAnnouncement> {
  return StaffAnnouncementAnswerSchema.parse((await ask(who, input)).body).announcement;
}

const patch = (who: Member, { id, revision }: StaffAnnouncement, input: object = {}) =>
  who.call(change, 'PATCH', { revision, ...WORDS, plan: null, ...input }, one(id));

async function changed(announcement: StaffAnnouncement, input: object = {}, who = world.instructor) {
  return StaffAnnouncementAnswerSchema.parse((await patch(who, announcement, input)).body).announcement;
}

const all = (who: Member, cohort = world.cohort) =>
  who.call(listAll, 'GET', undefined, { context: { params: Promise.resolve({ id: cohort }) } });
const allOf = async (who: Member) => StaffAnnouncementsSchema.parse((await all(who)).body);
const stateOf = async ({ id }: StaffAnnouncement) =>
  (await allOf(world.instructor)).announcements.find((announcement) => announcement.id === id);

async function own(who: Member, unread = false) {
  const { body } = await who.call(listOwn, 'GET', undefined, { query: { unread: String(unread) } });
  return OwnAnnouncementsSchema.parse(body).announcements;
}
const titles = async (who: Member, unread = false) => (await own(who, unread)).map(({ title }) => title);
const reading = (who: Member, id: string) =>
  who.call(readIt, 'PUT', undefined, { context: { params: Promise.resolve({ id }) } });

async function lines(who: Member, show: 'unread' | 'all' = 'unread') {
  const { body } = await who.call(readInbox, 'GET', undefined, { query: { show } });
  return InboxSchema.parse(body).groups.flatMap((group) => group.lines);
}

test('what goes to the cohort at once is with every learner, in the inbox and unread, and with nobody else', async () => {
  const { ada, ben, cho, dan, assistant, instructor, stranger, otherInstructor } = world;
  const sent = await announce({ title: ' 시험 안내 ', locale: 'ko' });
  expect(sent).toMatchObject({
    ...{ title: '시험 안내', locale: 'ko', author: 'Assistant', teams: null, state: 'sent', scheduledFor: null },
    ...{ editedAt: null, receipts: { sent: 4, read: 0 } },
  });
  for (const learner of [ada, ben, cho, dan]) {
    expect(await own(learner, true)).toMatchObject([
      { id: sent.id, title: '시험 안내', body: WORDS.body, toTeams: false, author: 'Assistant', isRead: false },
    ]);
    expect(await lines(learner)).toMatchObject([
      { kind: 'announcement', actor: 'Assistant', announcement: { id: sent.id, title: '시험 안내' }, read: false },
    ]);
  }
  for (const person of [assistant, instructor]) {
    expect(await own(person, true)).toEqual([]);
    expect(await titles(person)).toEqual(['시험 안내']);
    expect(await lines(person)).toEqual([]);
  }
  for (const person of [stranger, otherInstructor]) expect(await own(person)).toEqual([]);
});

test('staff are told how many have read it, and not who; reading it twice counts once', async () => {
  const { ada, ben } = world;
  const sent = await announce();
  const readers = [ada, ada, ben];
  expect((await Promise.all(readers.map((who) => reading(who, sent.id)))).map(({ status }) => status)).toEqual([
    200, 200, 200,
  ]);
  expect((await stateOf(sent))?.receipts).toEqual({ sent: 4, read: 2 });
  const answer = JSON.stringify((await all(world.instructor)).body);
  for (const { userId, name } of [ada, ben]) {
    expect(answer).not.toContain(userId);
    expect(answer).not.toContain(name);
  }
  expect(await own(ada, true)).toEqual([]);
  expect(await own(ada)).toMatchObject([{ isRead: true }]);
  expect(await lines(ada)).toEqual([]);
  expect(await lines(ada, 'all')).toMatchObject([{ kind: 'announcement', read: true }]);
});

test('to mark its line of the inbox is not to have read it', async () => {
  const sent = await announce();
  await world.ada.call(markLines, 'PUT', { read: 'all' });
  expect(await titles(world.ada, true)).toEqual(['Exam']);
  expect((await stateOf(sent))?.receipts).toEqual({ sent: 4, read: 0 });
});

test('who has turned announcements off finds them on their page alone', async () => {
  const settings = { digest: true, timeZone: 'Asia/Seoul', quietFrom: 0, quietTo: 0, digestAt: 540 };
  await world.ada.call(saveSettings, 'PUT', { ...settings, muted: ['announcement'] });
  const sent = await announce();
  expect(await lines(world.ada)).toEqual([]);
  expect(await titles(world.ada, true)).toEqual(['Exam']);
  expect(sent.receipts.sent).toBe(4);
});

test('a digest names it by its title', async () => {
  await announce({ title: 'A <b>quiz</b>' });
  const { userId, name } = world.ada;
  const groups = groupLines(await findLines(await findReader(userId), { unread: true, take: 9 }));
  const mail = digestMail({ userId, name, locale: 'en' }, groups, 1);
  expect(mail.text).toContain('A <b>quiz</b>\n- Announcement by Assistant');
  expect(mail.html).toContain('A &lt;b&gt;quiz&lt;/b&gt;');
});

test('to some teams: for who is in them when it goes out, and, to read up on, who joins later', async () => {
  const { ada, ben, cho, dan, cohort, team, otherTeam } = world;
  const sent = await announce({ plan: { ...NOW, teams: [team] } });
  expect(sent).toMatchObject({ teams: [{ id: team }], receipts: { sent: 2 } });
  expect(await own(ada)).toMatchObject([{ toTeams: true, isRead: false }]);
  for (const person of [cho, dan]) {
    expect(await own(person)).toEqual([]);
    expect((await reading(person, sent.id)).status).toBe(404);
  }
  const move = (who: Member, teamId: string | null) =>
    db.enrolment.updateMany({ where: { userId: who.userId, cohortId: cohort }, data: { teamId } });
  await move(dan, team);
  await move(ben, otherTeam);
  expect(await own(dan)).toMatchObject([{ id: sent.id, isRead: true }]);
  expect((await reading(dan, sent.id)).status).toBe(200);
  expect(await titles(ben, true)).toEqual(['Exam']);
  expect((await stateOf(sent))?.receipts).toEqual({ sent: 2, read: 0 });
  await db.enrolment.deleteMany({ where: { userId: ben.userId } });
  expect(await own(ben)).toEqual([]);
  expect(await lines(ben, 'all')).toEqual([]);
});

test('a team that is no more takes its readers with it: what was for it goes to nobody', async () => {
  const { team, ada } = world;
  const draft = await announce({ plan: { ...DRAFT, teams: [team] } });
  await db.enrolment.updateMany({ where: { teamId: team }, data: { teamId: null } });
  await db.team.delete({ where: { id: team } });
  expect(await stateOf(draft)).toMatchObject({ teams: [] });
  await db.announcement.update({ where: { id: draft.id }, data: { sendAt: new Date() } });
  expect(await sendDueAnnouncements(later(1))).toBe(1);
  expect(await own(ada)).toEqual([]);
  expect((await stateOf(draft))?.receipts.sent).toBe(0);
});

test('guests have no account to read it with, and are not counted', async () => {
  await db.user.update({ where: { id: world.dan.userId }, data: { isAnonymous: true } });
  expect((await announce()).receipts).toEqual({ sent: 3, read: 0 });
});

test('a draft is among the staff, any of whom changes, sends or deletes it', async () => {
  const { ada, assistant, instructor } = world;
  const draft = await announce({ plan: DRAFT });
  expect(draft).toMatchObject({ state: 'draft', receipts: { sent: 0, read: 0 } });
  expect(await own(ada)).toEqual([]);
  expect(await own(assistant)).toEqual([]);
  expect((await reading(ada, draft.id)).status).toBe(404);
  const sent = await changed(draft, { title: 'Quiz', plan: NOW });
  expect(sent).toMatchObject({ title: 'Quiz', state: 'sent', author: 'Assistant', editedAt: null, revision: 1 });
  expect(await titles(ada)).toEqual(['Quiz']);
  const other = await announce({ plan: DRAFT }, instructor);
  expect((await assistant.call(remove, 'DELETE', undefined, one(other.id))).status).toBe(200);
  expect((await allOf(assistant)).announcements.map(({ id }) => id)).toEqual([sent.id]);
  const trail = await db.auditEntry.findMany({ orderBy: { id: 'asc' } });
  expect(trail.map(({ action, actorId, subject }) => [action, actorId, subject])).toEqual([
    ['announcement.send', instructor.userId, sent.id],
    ['announcement.delete', assistant.userId, other.id],
  ]);
});

test('what is scheduled goes out by the cohort’s clock, not before, to who is there then', async () => {
  const { ada, dan, cohort } = world;
  await db.cohort.update({ where: { id: cohort }, data: { timeZone: 'America/New_York' } });
  const at = wallClock(later(2), 'America/New_York');
  const scheduled = await announce({ plan: { teams: null, send: { when: 'at', at } } });
  expect(scheduled).toMatchObject({ state: 'scheduled', scheduledFor: at, sentAt: null });
  expect((await allOf(world.instructor)).now).toBe(wallClock(new Date(), 'America/New_York'));
  expect(await sendDueAnnouncements(later(1.9))).toBe(0);
  expect(await own(ada)).toEqual([]);
  await db.enrolment.deleteMany({ where: { userId: dan.userId } });
  expect(await sendDueAnnouncements(later(2))).toBe(1);
  expect(await titles(ada, true)).toEqual(['Exam']);
  expect(await stateOf(scheduled)).toMatchObject({ state: 'sent', scheduledFor: null, receipts: { sent: 3 } });
});

test('until then it is changed, put off, taken back to the drafts or deleted', async () => {
  const { instructor, ada } = world;
  const first = await announce({ plan: inHours(2) });
  const putOff = await changed(first, { title: 'Later', plan: inHours(4) });
  expect(await sendDueAnnouncements(later(3))).toBe(0);
  const words = await changed(putOff, { title: 'Other words' });
  expect(words).toMatchObject({ state: 'scheduled', scheduledFor: clockIn(4), editedAt: null });
  const draft = await changed(words, { plan: DRAFT });
  expect(draft.state).toBe('draft');
  const second = await announce({ plan: inHours(2) });
  await instructor.call(remove, 'DELETE', undefined, one(second.id));
  expect(await sendDueAnnouncements(later(9))).toBe(0);
  expect(await own(ada)).toEqual([]);
});

test('several processes at once send it once, and a later start sends nothing again', async () => {
  const { ada, ben, cho, dan } = world;
  const { id } = await announce({ plan: inHours(1) });
  const counts = await Promise.all(Array.from({ length: 4 }, () => sendDueAnnouncements(later(2))));
  expect(counts.toSorted()).toEqual([0, 0, 0, 1]);
  expect(await sendDueAnnouncements(later(3))).toBe(0);
  expect(await db.announcementReceipt.count()).toBe(4);
  for (const learner of [ada, ben, cho, dan]) expect(await lines(learner, 'all')).toHaveLength(1);
  expect(await db.notification.count({ where: { kind: 'announcement', subject: id } })).toBe(4);
  const events = await db.outboxEvent.findMany({ where: { payload: { path: ['type'], equals: 'inbox' } } });
  expect(events.map(({ stream }) => stream).toSorted()).toEqual(
    [ada, ben, cho, dan].map(({ userId }) => `user:${userId}`).toSorted(),
  );
});

test('one that nobody gets is sent once as well', async () => {
  const { id } = await announce({ plan: inHours(1) });
  await db.enrolment.deleteMany({ where: { role: 'LEARNER' } });
  const counts = await Promise.all(Array.from({ length: 4 }, () => sendDueAnnouncements(later(2))));
  expect(counts.toSorted()).toEqual([0, 0, 0, 1]);
  expect(await db.announcement.findUnique({ where: { id } })).toMatchObject({ sentAt: expect.any(Date) });
});

test('what is broken off half way was not sent, and goes out whole the next time', async () => {
  const { ada } = world;
  const { id } = await announce({ plan: inHours(1) });
  // The second of two steps fails: its receipts are written before.
  await pool.query(`ALTER TABLE notification ADD CONSTRAINT broken CHECK (kind <> 'announcement')`);
  try {
    expect(await sendDueAnnouncements(later(2))).toBe(0);
  } finally {
    await pool.query('ALTER TABLE notification DROP CONSTRAINT broken');
  }
  expect(await db.announcementReceipt.count()).toBe(0);
  expect(await db.announcement.findUnique({ where: { id } })).toMatchObject({ sentAt: null });
  expect(await own(ada)).toEqual([]);
  expect(await sendDueAnnouncements(later(2))).toBe(1);
  expect(await sendDueAnnouncements(later(2))).toBe(0);
  expect(await lines(ada)).toHaveLength(1);
});

test('what comes due while one takes it back is either sent or a draft, never both', async () => {
  const scheduled = await announce({ plan: inHours(1) });
  const [sent, answer] = await Promise.all([
    sendDueAnnouncements(later(2)),
    patch(world.instructor, scheduled, { plan: DRAFT }),
  ]);
  expect([sent, answer.status]).toEqual(sent === 1 ? [1, 409] : [0, 200]);
  expect(await db.announcementReceipt.count()).toBe(sent === 1 ? 4 : 0);
});

test('the same announcement sent twice is one; a number that is used elsewhere is refused', async () => {
  const { assistant, otherCohort } = world;
  const clientId = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => ask(assistant, { clientId })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await db.announcement.count()).toBe(1);
  expect(await db.announcementReceipt.count()).toBe(4);
  await db.enrolment.create({ data: { userId: assistant.userId, cohortId: otherCohort, role: 'ASSISTANT' } });
  expect((await ask(assistant, { clientId }, otherCohort)).status).toBe(409);
});

test('words that change after it was sent are marked, and nobody is told again', async () => {
  const { ada, instructor, assistant } = world;
  const sent = await announce();
  await reading(ada, sent.id);
  const edited = await changed(sent, { body: 'On Thursday.' });
  expect(edited).toMatchObject({ state: 'sent', editedAt: expect.any(String), receipts: { sent: 4, read: 1 } });
  expect(await own(ada)).toMatchObject([{ body: 'On Thursday.', isRead: true, editedAt: edited.editedAt }]);
  expect(await lines(ada)).toEqual([]);
  expect((await patch(assistant, sent, { body: 'On Monday.' })).status).toBe(409);
  expect((await patch(assistant, edited, { plan: NOW })).status).toBe(409);
  expect((await patch(assistant, edited, { plan: DRAFT })).status).toBe(409);
  expect((await assistant.call(remove, 'DELETE', undefined, one(sent.id))).status).toBe(409);
  expect((await own(ada))[0]?.body).toBe('On Thursday.');
  expect(await db.auditEntry.findFirst({ where: { action: 'announcement.edit' } })).toMatchObject({
    ...{ actorId: instructor.userId, subject: sent.id, cohortId: world.cohort },
  });
});

test.each([
  ['no title', { title: '  ' }],
  ['no text', { body: '\n' }],
  ['a text without end', { body: 'x'.repeat(40_001) }],
  ['a language that the site has not', { locale: 'fr' }],
  ['a moment that is over', { plan: inHours(-1) }],
  ['a moment years on', { plan: inHours(367 * DAY) }],
  ['a day that there is not', { plan: { teams: null, send: { when: 'at', at: '2027-02-30T09:00' } } }],
  ['no team', { plan: { ...NOW, teams: [] } }],
])('an announcement with %s is refused, and nothing is kept', async (_what, wrong) => {
  expect((await ask(world.assistant, wrong as Partial<AnnouncementInput>)).status).toBe(400);
  expect(await db.announcement.count()).toBe(0);
});

test('an announcement is none of another cohort’s business, nor its teams of this one’s', async () => {
  const { ada, assistant, instructor, stranger, otherInstructor, admin, cohort, otherCohort } = world;
  const draft = await announce({ plan: DRAFT });
  for (const person of [ada, stranger, otherInstructor]) {
    const asked = [await all(person), await ask(person), await patch(person, draft)];
    asked.push(await person.call(remove, 'DELETE', undefined, one(draft.id)));
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  }
  // By a cohort of their own.
  const theirs = (who: Member) => who.call(remove, 'DELETE', undefined, one(draft.id, otherCohort));
  expect([(await theirs(otherInstructor)).status, (await theirs(admin)).status]).toEqual([404, 404]);
  const foreign = await db.team.create({ data: { cohortId: otherCohort, name: 'x', joinCode: randomUUID() } });
  expect((await ask(assistant, { plan: { ...NOW, teams: [foreign.id] } })).status).toBe(404);
  expect((await patch(instructor, draft, { plan: { ...NOW, teams: [foreign.id] } })).status).toBe(404);
  expect(await stateOf(draft)).toMatchObject({ state: 'draft', revision: 0 });
  await announce({ plan: inHours(1) });
  await db.cohort.update({ where: { id: cohort }, data: { archivedAt: new Date() } });
  for (const person of [instructor, admin]) expect((await all(person)).status).toBe(404);
  expect(await sendDueAnnouncements(later(2))).toBe(0);
});

test('images are seen by whom the announcement is shown to, once it is sent', async () => {
  const { ada, cho, assistant, instructor, team } = world;
  const red = { r: 200, g: 30, b: 30 };
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: red } })
    .png()
    .toBuffer();
  const keep = async (owner: Member) => (await createAttachment({ id: owner.userId }, png)).id;
  const seen = async (who: Member, id: string) => {
    const request = new Request(`http://127.0.0.1:3000/api/attachments/${id}`, { headers: who.headers() });
    return (await readImage(request, { params: Promise.resolve({ id }) })).status;
  };
  const [image, other] = [await keep(assistant), await keep(instructor)];
  const written = { body: `![](/api/attachments/${image})`, attachments: [image] };
  expect((await ask(assistant, { attachments: [other] })).status).toBe(404);
  const draft = await announce({ ...written, plan: { ...DRAFT, teams: [team] } });
  expect([await seen(instructor, image), await seen(ada, image)]).toEqual([200, 404]);
  // It is in one already: no post and no other announcement takes it.
  expect((await ask(assistant, written)).status).toBe(404);
  const sent = await changed(draft, { ...written, plan: { ...NOW, teams: [team] } });
  expect([await seen(ada, image), await seen(cho, image)]).toEqual([200, 404]);
  await sweepAttachments(later(2 * DAY));
  expect(await seen(ada, image)).toBe(200);
  await changed(sent, { body: 'Without it.', attachments: [] });
  expect(await seen(ada, image)).toBe(404);
});

test('older ones come page by page, and each once', async () => {
  const { ada, cohort, assistant } = world;
  await db.announcement.createMany({
    data: Array.from({ length: 35 }, (_, at) => ({
      ...{ cohortId: cohort, authorId: assistant.userId, clientId: randomUUID(), ...WORDS, title: `${at}` },
      // Several at the same moment.
      sentAt: new Date(Date.UTC(2026, 10, 1 + Math.floor(at / 10))),
    })),
  });
  const pageOf = async (query: Record<string, string>) =>
    OwnAnnouncementsSchema.parse((await ada.call(listOwn, 'GET', undefined, { query })).body);
  const first = await pageOf({});
  const second = await pageOf({ before: first.next ?? '' });
  const got = [...first.announcements, ...second.announcements].map(({ title }) => Number(title));
  expect([first.announcements.length, second.announcements.length, second.next]).toEqual([30, 5, null]);
  expect(new Set(got).size).toBe(35);
  expect(Math.min(...got.slice(0, 25))).toBe(10);
  const staff = await allOf(assistant);
  expect([staff.announcements.length, staff.next]).toEqual([30, staff.announcements.at(-1)?.id]);
  expect((await ada.call(listOwn, 'GET', undefined, { query: { before: randomUUID() } })).status).toBe(404);
});
