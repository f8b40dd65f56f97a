import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { localDay } from '@/content/plan/calendar';
import { Mailbox } from './accounts/mailbox';
import type { Member, World } from './discussion-world';
import { DENSE } from './manifest';

const mailbox = await Mailbox.open();
vi.stubEnv('SMTP_URL', mailbox.url);
vi.stubEnv('SMTP_FROM', 'PeerGrad <course@course.test>');
vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

// After the environment is set: it is read once, when the server's modules load.
const { GET: readInbox, PUT: markRead } = await import('@/app/api/notifications/route');
const { GET: readCount } = await import('@/app/api/notifications/count/route');
const { GET: readSettings, PUT: saveSettings } = await import('@/app/api/notifications/settings/route');
const { POST: unsubscribe } = await import('@/app/api/notifications/unsubscribe/route');
const { InboxCountSchema, InboxSchema, NotificationKindSchema } = await import('@/contracts/notifications');
const { db, disconnect, pool } = await import('@/server/db');
const { isDue, sendDueDigests } = await import('@/server/notifications/digest');
const { notify } = await import('@/server/notifications/notify');
const { isQuietMinute } = await import('@/server/notifications/settings');
const { inTransaction } = await import('@/server/transaction');
const { makeWorld, opens } = await import('./discussion-world');
const { Learner } = await import('./learner');

afterAll(async () => {
  mailbox.close();
  await disconnect();
});

const SETTINGS = { muted: [], digest: true, timeZone: 'Asia/Seoul', quietFrom: 1320, quietTo: 480, digestAt: 540 };
/** Noon in Seoul, so many days from now. */
const noon = (day = 1) => new Date(`${localDay(new Date(Date.now() + day * 86_400_000), 'Asia/Seoul')}T12:00:00+09:00`);
const NEWS = 'What is a logit?';

let world: World;
beforeEach(async () => {
  await pool.query('DELETE FROM "user"; DELETE FROM cohort; DELETE FROM rate_limit');
  world = await makeWorld();
});

async function inbox(who: Member, show: 'unread' | 'all' = 'unread') {
  return InboxSchema.parse((await who.call(readInbox, 'GET', undefined, { query: { show } })).body);
}
const linesOf = async (who: Member, show?: 'all') => (await inbox(who, show)).groups.flatMap(({ lines }) => lines);
const kindsOf = async (who: Member) => (await linesOf(who)).map(({ kind }) => kind);
const countOf = async (who: Member) => InboxCountSchema.parse((await who.call(readCount, 'GET')).body);
const mention = ({ name, userId }: Member) => `@[${name}](user:${userId})`;
const settle = (who: Member, more: object = {}) => who.call(saveSettings, 'PUT', { ...SETTINGS, ...more });

/** A thread of the team that Ada opened, and that Ben follows. */
async function teamThread() {
  const { team, cohort, ada, ben } = world;
  const { thread, post } = await ada.opens({ cohort, team }, { title: NEWS, body: 'Is it a number?' });
  await ben.reading(thread.id, { lastRead: 1, watch: 'all' });
  return { thread, post };
}

test('staff hear of a reported post, once, without a name, until one of them has decided', async () => {
  const { cohort, team, ada, ben, dan, assistant, instructor, otherInstructor, admin } = world;
  const { thread, post } = await teamThread();
  await db.enrolment.updateMany({ where: { userId: dan.userId }, data: { teamId: team } });
  await assistant.reading(thread.id, { lastRead: 1, watch: 'nothing' });
  for (const person of [ben, dan]) await person.report(post.id);
  for (const person of [assistant, instructor]) {
    expect(await linesOf(person)).toMatchObject([{ kind: 'report', actor: null, post: { number: 1 } }]);
  }
  for (const person of [ada, ben, otherInstructor, admin]) expect(await kindsOf(person)).not.toContain('report');
  await instructor.moderate({ action: 'dismiss-reports', post: post.id });
  expect(await kindsOf(assistant)).toEqual([]);
  await db.enrolment.deleteMany({ where: { cohortId: cohort, role: { not: 'LEARNER' } } });
  await dan.report(post.id);
  expect(await kindsOf(admin)).toEqual(['report']);
});

test('a mention, a reply, a post in a followed thread: one line for each post, the strongest', async () => {
  const { ada, ben } = world;
  const { thread, post } = await teamThread();
  await ada.writes(thread.id, 'Anybody?');
  await ada.writes(thread.id, `${mention(ben)}, you?`);
  await ben.writes(thread.id, { body: 'Yes: before the softmax.', replyTo: post.id });
  expect(await kindsOf(ben)).toEqual(['mention', 'post']);
  expect(await inbox(ada)).toMatchObject({
    unread: 1,
    groups: [
      {
        thread: { id: thread.id, title: NEWS },
        lines: [{ kind: 'reply', actor: 'Ben', read: false, post: { number: 4, excerpt: 'Yes: before the softmax.' } }],
      },
    ],
  });
  expect((await linesOf(ben))[0]?.post?.excerpt).toBe('@Ben, you?');
});

test('a line shows the words of a post, without the marks of Markdown and what it quotes', async () => {
  const { ada, ben } = world;
  const { thread } = await teamThread();
  await ada.writes(thread.id, `> **Ben**: why?\n\n${mention(ben)}, **divide** by $n$:\n\n\`\`\`ts\nsum / n\n\`\`\``);
  expect((await linesOf(ben))[0]?.post?.excerpt).toBe('@Ben, divide by n: sum / n');
});

test('who hears nothing of a thread, has turned a kind off or may not read it gets no line', async () => {
  const { ada, ben, cho, stranger, cohort } = world;
  const { thread } = await teamThread();
  await ada.writes(thread.id, `${mention(cho)} ${mention(stranger)}`);
  expect(await db.notification.count({ where: { userId: { in: [cho.userId, stranger.userId] } } })).toBe(0);
  await ben.reading(thread.id, { watch: 'nothing' });
  await ada.writes(thread.id, mention(ben));
  expect(await db.notification.count({ where: { userId: ben.userId, kind: 'mention' } })).toBe(0);
  const { thread: open } = await ada.opens({ cohort, team: null });
  await settle(cho, { muted: ['mention'] });
  await ada.writes(open.id, mention(cho));
  expect(await kindsOf(cho)).toEqual([]);
  await settle(cho);
  await ada.writes(open.id, mention(cho));
  expect(await kindsOf(cho)).toEqual(['mention']);
});

test('the same is told once, never to who did it, and to no guest', async () => {
  const { ada, ben } = world;
  const { thread, post } = await teamThread();
  const guest = await Learner.guest();
  const recipients = [ada.userId, ben.userId, await guest.id(), 'nobody'];
  const notice = { kind: 'answer', threadId: thread.id, postId: post.id, actorId: ada.userId, recipients } as const;
  const told = await inTransaction((tx) => notify(tx, [notice]));
  expect(told).toEqual([ben.userId]);
  expect(await inTransaction((tx) => notify(tx, [notice, notice]))).toEqual([]);
  const lines = await db.notification.findMany({ where: { postId: post.id, kind: 'answer' } });
  expect(lines).toHaveLength(1);
  // Ids and kinds, no word of what was written.
  expect(JSON.stringify(lines)).not.toContain('number?');
});

test('a line shows what its reader may see now: not a spoiler, nothing deleted, hidden, or of a team they have left', async () => {
  const { ada, ben, cho, instructor, cohort } = world;
  const { thread } = await ada.opens({ cohort, team: null }, { title: NEWS });
  const post = await ada.writes(thread.id, { body: `${mention(cho)} return x.matMul(w)`, spoils: DENSE });
  expect(await linesOf(cho)).toMatchObject([{ kind: 'mention', post: { excerpt: null } }]);
  expect(JSON.stringify(await inbox(cho))).not.toContain('matMul');
  await opens(cho, 'passed');
  expect(await linesOf(cho)).toMatchObject([{ post: { excerpt: '@Cho return x.matMul(w)' } }]);
  expect(
    (await instructor.moderate({ action: 'hide-post', post: post.id, hidden: true, reason: 'no' })).status,
  ).toBeLessThan(300);
  expect(await inbox(cho)).toMatchObject({ groups: [], unread: 0 });
  expect(await countOf(cho)).toMatchObject({ unread: 0 });

  const { thread: ours } = await teamThread();
  const gone = await ada.writes(ours.id, mention(ben));
  await ben.reading(ours.id, { lastRead: 1, backward: true });
  expect(await countOf(ben)).toMatchObject({ unread: 1 });
  await db.enrolment.updateMany({ where: { userId: ben.userId }, data: { teamId: null } });
  expect(await inbox(ben, 'all')).toMatchObject({ groups: [], unread: 0 });
  await db.enrolment.updateMany({ where: { userId: ben.userId }, data: { teamId: world.team } });
  expect(await countOf(ben)).toMatchObject({ unread: 1 });
  await ada.remove(gone.id);
  expect(await countOf(ben)).toMatchObject({ unread: 0 });
});

test('what is read in the thread is read in the inbox; lines are marked one by one or all, each person’s own', async () => {
  const { ada, ben } = world;
  const { thread } = await teamThread();
  for (const text of ['one', 'two', 'three']) await ada.writes(thread.id, text);
  expect(await countOf(ben)).toMatchObject({ unread: 3 });
  await ben.reading(thread.id, { lastRead: 2 });
  expect(await countOf(ben)).toMatchObject({ unread: 2 });
  const ids = (await linesOf(ben)).map(({ id }) => id);
  expect((await ada.call(markRead, 'PUT', { read: ids })).status).toBe(200);
  expect(await countOf(ben)).toMatchObject({ unread: 2 });
  await ben.call(markRead, 'PUT', { read: ids.slice(0, 1) });
  expect(await countOf(ben)).toMatchObject({ unread: 1 });
  await ben.call(markRead, 'PUT', { read: 'all' });
  expect(await countOf(ben)).toMatchObject({ unread: 0 });
  expect((await linesOf(ben, 'all')).map(({ read }) => read)).toEqual([true, true, true]);
  const events = await db.outboxEvent.findMany({ where: { stream: `user:${ben.userId}` }, orderBy: { id: 'desc' } });
  expect(events[0]?.payload).toEqual({ type: 'inbox' });
});

test('lines of a session are seen by its team and staff, of a regrade by whose work it is', async () => {
  const { ada, cho, team } = world;
  const session = await db.peerSession.create({ data: { teamId: team, day: new Date('2030-03-01'), agenda: {} } });
  const item = await db.sessionItem.create({
    data: { sessionId: session.id, kind: 'FOLLOW_UP', text: 'Derive p − y.', assigneeId: ada.userId },
  });
  const work = await db.submission.create({
    data: { userId: ada.userId, exerciseId: DENSE, number: 7, clientId: randomUUID(), source: '', locale: 'en' },
  });
  const recipients = [ada.userId, cho.userId];
  await inTransaction((tx) =>
    notify(tx, [
      { kind: 'session', sessionId: session.id, actorId: null, recipients },
      { kind: 'follow-up', sessionId: session.id, itemId: item.id, actorId: null, recipients },
      { kind: 'regrade', submissionId: work.id, actorId: null, recipients },
    ]),
  );
  expect(await kindsOf(cho)).toEqual([]);
  expect((await linesOf(ada)).toSorted((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
    { kind: 'follow-up', item: 'Derive p − y.' },
    { kind: 'regrade', work: { exercise: DENSE, submission: { number: 7 }, learner: null } },
    { kind: 'session' },
  ]);
  await db.sessionItem.delete({ where: { id: item.id } });
  expect((await kindsOf(ada)).toSorted()).toEqual(['regrade', 'session']);
});

test('pages go on where the last one ended', async () => {
  const { ada, ben } = world;
  const { thread, post } = await teamThread();
  await db.notification.createMany({
    data: Array.from({ length: 130 }, () => ({
      ...{ userId: ben.userId, kind: 'answer', subject: randomUUID(), actorId: ada.userId },
      ...{ threadId: thread.id, postId: post.id },
    })),
  });
  const seen = new Set<string>();
  let query: Record<string, string> = { show: 'all' };
  for (let page = 0; page < 3; page += 1) {
    const { groups, next } = InboxSchema.parse((await ben.call(readInbox, 'GET', undefined, { query })).body);
    for (const { lines } of groups) for (const { id } of lines) seen.add(id);
    query = { show: 'all', ...(next === null ? {} : { before: next }) };
  }
  expect(seen.size).toBe(130);
});

test('no inbox for guests and nobody; bad input is refused', async () => {
  for (const person of [new Learner(), await Learner.guest()]) {
    for (const status of [
      await person.call(readInbox, 'GET'),
      await person.call(readCount, 'GET'),
      await person.call(readSettings, 'GET'),
      await person.call(markRead, 'PUT', { read: 'all' }),
      await person.call(saveSettings, 'PUT', SETTINGS),
    ].map((answer) => answer.status))
      expect(status).toBe(401);
  }
  const { ada } = world;
  for (const wrong of [{ read: [] }, { read: ['x'] }, { read: 'some' }, {}])
    expect((await ada.call(markRead, 'PUT', wrong)).status).toBe(400);
  for (const wrong of [{ timeZone: 'Nowhere' }, { quietFrom: 1440 }, { muted: ['everything'] }, { digestAt: 0.5 }])
    expect((await settle(ada, wrong)).status).toBe(400);
  expect((await ada.call(readInbox, 'GET', undefined, { query: { before: 'x' } })).status).toBe(400);
});

test('settings are kept, and everything can be turned off', async () => {
  const { ada, ben } = world;
  expect((await ben.call(readSettings, 'GET')).body).toEqual({ ...SETTINGS, sendsMail: true, chosen: false });
  const off = { muted: NotificationKindSchema.options, digest: false, timeZone: 'Europe/Berlin' };
  expect((await settle(ben, off)).body).toEqual({ ...SETTINGS, ...off, sendsMail: true, chosen: true });
  const { thread, post } = await teamThread();
  await ada.writes(thread.id, `${mention(ben)}!`);
  await ada.acts(thread.id, { action: 'answer', post: post.id });
  expect(await db.notification.count({ where: { userId: ben.userId } })).toBe(0);
});

test.each([
  [1320, 480, 1319, false],
  [1320, 480, 1320, true],
  [1320, 480, 0, true],
  [1320, 480, 479, true],
  [1320, 480, 480, false],
  [540, 600, 599, true],
  [540, 600, 600, false],
  [0, 0, 0, false],
])('quiet from %i to %i: minute %i is quiet: %s', (quietFrom, quietTo, minute, quiet) => {
  expect(isQuietMinute(minute, { quietFrom, quietTo })).toBe(quiet);
});

test.each([
  ['2030-03-01T08:59:00+09:00', {}, false],
  ['2030-03-01T09:00:00+09:00', {}, true],
  ['2030-03-01T21:59:00+09:00', {}, true],
  ['2030-03-01T22:00:00+09:00', {}, false],
  // Asked for in quiet hours: at their end.
  ['2030-03-01T23:30:00+09:00', { digestAt: 1380 }, false],
  ['2030-03-01T08:00:00+09:00', { digestAt: 1380 }, true],
  ['2030-03-01T12:00:00+09:00', { lastDigest: new Date('2030-03-01T09:00:00+09:00') }, false],
  ['2030-03-01T12:00:00+09:00', { lastDigest: new Date('2030-02-28T23:59:00+09:00') }, true],
  // Midnight in Seoul is not midnight in Berlin.
  [
    '2030-03-02T00:30:00+09:00',
    { timeZone: 'Europe/Berlin', lastDigest: new Date('2030-03-01T09:00:00+09:00') },
    false,
  ],
])('at %s with %o a digest is due: %s', (now, more, due) => {
  expect(isDue({ ...SETTINGS, lastDigest: null, ...more }, new Date(now))).toBe(due);
});

/** The mail's parts, decoded. */
function partsOf(mail: string): string {
  return mail
    .split(/^--.*$/m)
    .map((part) => {
      const body = part.slice(part.indexOf('\n\n') + 2);
      if (/encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString();
      if (!/encoding: quoted-printable/i.test(part)) return part;
      const bytes = body
        .replaceAll(/=\n/g, '')
        .replaceAll(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number(`0x${hex}`)));
      return Buffer.from(bytes, 'latin1').toString();
    })
    .join('\n');
}

/** Ada writes to Cho: what she says, and what Cho must not read yet. */
async function newsForCho(locale = 'en') {
  const { ada, cho, cohort } = world;
  await db.user.update({ where: { id: cho.userId }, data: { emailVerified: true, locale, email: 'cho@course.test' } });
  const { thread } = await ada.opens({ cohort, team: null }, { title: '<b>Logits</b>' });
  await ada.writes(thread.id, `${mention(cho)} look & see`);
  await ada.writes(thread.id, { body: `${mention(cho)} return x.matMul(w)`, spoils: DENSE });
  return thread;
}

test('a digest tells each in their language what they may see when it is sent, once a day whoever sends it', async () => {
  await newsForCho();
  const counts = await Promise.all([sendDueDigests(noon()), sendDueDigests(noon()), sendDueDigests(noon())]);
  expect(counts.toSorted()).toEqual([0, 0, 1]);
  const mail = await mailbox.next();
  const text = partsOf(mail);
  expect(mail).toContain('To: cho@course.test');
  expect(mail).toMatch(/^Subject: New on PeerGrad: 2$/m);
  expect(text).toContain('Ada mentioned you');
  expect(text).toContain('@Cho look & see');
  expect(text).toContain('&lt;b&gt;Logits&lt;/b&gt;');
  expect(text).not.toContain('matMul');
  // Nothing new: no mail the next day. Something new: one.
  expect(await sendDueDigests(noon(2))).toBe(0);
  const thread = await newsForCho('ko');
  expect(await sendDueDigests(noon(2))).toBe(1);
  expect(partsOf(await mailbox.next())).toContain('나를 언급했습니다');
  // What was read meanwhile is no news.
  await world.ada.writes(thread.id, mention(world.cho));
  await world.cho.call(markRead, 'PUT', { read: 'all' });
  expect(await sendDueDigests(noon(3))).toBe(0);
});

test('no digest to an unconfirmed address, to who wants none, in quiet hours, or of what is hidden by then', async () => {
  const { cho, instructor } = world;
  const thread = await newsForCho();
  await db.user.update({ where: { id: cho.userId }, data: { emailVerified: false } });
  expect(await sendDueDigests(noon())).toBe(0);
  await db.user.update({ where: { id: cho.userId }, data: { emailVerified: true } });
  await settle(cho, { digest: false });
  expect(await sendDueDigests(noon())).toBe(0);
  await settle(cho, { quietFrom: 11 * 60, quietTo: 13 * 60 });
  expect(await sendDueDigests(noon())).toBe(0);
  await settle(cho);
  expect((await instructor.act(thread.id, { action: 'hide', reason: 'no', hidden: true })).status).toBeLessThan(300);
  expect(await sendDueDigests(noon())).toBe(0);
  expect((await instructor.act(thread.id, { action: 'hide', hidden: false })).status).toBeLessThan(300);
  expect(await sendDueDigests(noon(2))).toBe(1);
  await mailbox.next();
});

test('the link of a digest ends digests at one click, signed out; a forged one does nothing', async () => {
  const { cho } = world;
  await newsForCho();
  await sendDueDigests(noon());
  const mail = await mailbox.next();
  expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  const unfolded = mail.replaceAll(/\n\s+/g, ' ');
  const url = new URL(/^List-Unsubscribe: <(.+)>$/m.exec(unfolded)?.[1]?.replaceAll(' ', '') ?? '');
  expect(url.pathname).toBe('/api/notifications/unsubscribe');
  const click = (link: URL) =>
    unsubscribe(
      new Request(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      }),
      undefined,
    );
  const forged = new URL(url);
  forged.searchParams.set('user', world.ada.userId);
  expect((await click(forged)).status).toBe(404);
  expect(await db.notificationSettings.findUnique({ where: { userId: world.ada.userId } })).toBeNull();
  expect((await click(url)).status).toBe(200);
  expect((await click(url)).status).toBe(200);
  expect(await db.notificationSettings.findUnique({ where: { userId: cho.userId } })).toMatchObject({ digest: false });
  await newsForCho();
  expect(await sendDueDigests(noon(2))).toBe(0);
});
