import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GET as openEvents } from '@/app/api/events/route';
import { LearnerEventSchema } from '@/contracts/learning';
import { db, disconnect, pool } from '@/server/db';
import { tell } from '@/server/events/moments';
import { appendEventsTo } from '@/server/events/outbox';
import { inTransaction } from '@/server/transaction';
import { type Member, makeWorld, type World } from './discussion-world';
import { EventReader } from './event-reader';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let world: World;
let inTeam: { cohort: string; team: string };
let connections: AbortController[] = [];

beforeEach(async () => {
  await pool.query('DELETE FROM rate_limit; DELETE FROM cohort; DELETE FROM "user"');
  world = await makeWorld();
  // People began with an event each.
  await pool.query('DELETE FROM outbox_event');
  inTeam = { cohort: world.cohort, team: world.team };
});
afterEach(() => {
  for (const connection of connections) connection.abort();
  connections = [];
});
afterAll(disconnect);

async function connect(person: Member, lastEventId: string | null = null) {
  const connection = new AbortController();
  connections.push(connection);
  const headers = person.headers(lastEventId === null ? {} : { 'last-event-id': lastEventId });
  const response = await openEvents(
    new Request('http://127.0.0.1:3000/api/events', { headers, signal: connection.signal }),
    undefined,
  );
  const reader = new EventReader(response);
  await vi.waitUntil(() => reader.lastEventId !== null);
  return { connection, reader };
}

/** Kinds of what somebody has been told of threads and posts, in order. */
async function told(person: Member): Promise<string[]> {
  const rows = await db.outboxEvent.findMany({ where: { stream: `user:${person.userId}` }, orderBy: { id: 'asc' } });
  return rows.flatMap(({ payload }) => {
    const event = LearnerEventSchema.parse(payload);
    return event.type === 'thread' || event.type === 'post' ? [`${event.type} ${event.kind}`] : [];
  });
}

test('what happens in a team’s thread is told to the team and to staff who follow it, as ids alone', async () => {
  const { ada, ben, cho, dan, assistant, instructor, stranger, admin } = world;
  const { reader } = await connect(ben);
  const { thread, post } = await ada.opens(inTeam, { title: 'A title', body: 'some words' });
  await assistant.reading(thread.id, { lastRead: 1 });
  await instructor.reading(thread.id, { watch: 'nothing' });
  const reply = await ben.writes(thread.id, 'other words');
  await ben.react(post.id, 'like');
  await ben.react(post.id, 'like');
  await ada.edit(post.id, { body: 'better words', revision: 0 });
  await ada.acts(thread.id, { action: 'answer', post: reply.id });
  await ben.remove(reply.id);
  const all = ['thread opened', 'post posted', 'post reacted', 'post edited', 'thread changed', 'post deleted'];
  expect(await told(ben)).toEqual(all);
  expect(await told(ada)).toEqual(all);
  expect(await told(assistant)).toEqual(all.slice(1));
  for (const person of [cho, dan, instructor, stranger, admin]) expect(await told(person)).toEqual([]);
  expect(JSON.stringify(await db.outboxEvent.findMany({ select: { payload: true } }))).not.toMatch(/words|title/);
  await vi.waitUntil(() => reader.events.some(({ data }) => JSON.stringify(data).includes('"kind":"deleted"')));
});

test('a thread of the cohort is told to all its members, one’s own place only to oneself', async () => {
  const { ada, ben, cho, dan, assistant, instructor, stranger, otherInstructor } = world;
  const { thread } = await ada.opens({ cohort: world.cohort, team: null });
  for (const person of [ada, ben, cho, dan, assistant, instructor])
    expect(await told(person)).toEqual(['thread opened']);
  for (const person of [stranger, otherInstructor]) expect(await told(person)).toEqual([]);
  const { reader } = await connect(ben);
  await ben.reading(thread.id, { lastRead: 1 });
  expect(await reader.received(1)).toEqual([{ type: 'read', thread: thread.id, lastRead: 1, watch: 'mentions' }]);
  expect(
    await db.outboxEvent.count({
      where: { stream: `user:${ada.userId}`, payload: { path: ['type'], equals: 'read' } },
    }),
  ).toBe(0);
});

test('a thread that moves is gone for who no longer sees it, and there for who does now', async () => {
  const { ada, ben, cho, dan, instructor } = world;
  const { thread } = await ada.opens(inTeam);
  await instructor.acts(thread.id, { action: 'move', team: world.otherTeam });
  expect(await told(ben)).toEqual(['thread opened', 'thread gone']);
  expect(await told(cho)).toEqual(['thread opened']);
  await instructor.acts(thread.id, { action: 'hide', hidden: true });
  expect(await told(cho)).toEqual(['thread opened', 'thread gone']);
  await instructor.acts(thread.id, { action: 'move', team: null });
  expect(await told(dan)).toEqual([]);
  await instructor.acts(thread.id, { action: 'hide', hidden: false });
  expect(await told(dan)).toEqual(['thread opened']);
});

test('a page that comes back gets what it missed of a thread, once', async () => {
  const { ada, ben } = world;
  const { thread } = await ada.opens(inTeam);
  const first = await connect(ben);
  await ada.writes(thread.id, 'while here');
  await first.reader.received(1);
  first.connection.abort();
  const missed = [await ada.writes(thread.id, 'while away'), await ada.writes(thread.id, 'still away')];
  const second = await connect(ben, first.reader.lastEventId);
  const after = await ada.writes(thread.id, 'back again');
  const events = await second.reader.received(3);
  expect(events.map((event) => (event as { post: string }).post)).toEqual([...missed, after].map(({ id }) => id));
});

test('an event for many is told to each of them once, in the order of its transaction', async () => {
  const { ada, ben, cho } = world;
  const streams = [await connect(ada), await connect(ben)];
  const events = [{ type: 'thread', thread: 'one', kind: 'changed' }, { type: 'progress' }] as const;
  await inTransaction((tx) => appendEventsTo(tx, [ben.userId, ada.userId, ben.userId], events));
  for (const { reader } of streams) expect(await reader.received(2)).toEqual(events);
  expect(await db.outboxEvent.count({ where: { stream: `user:${cho.userId}` } })).toBe(0);
  await inTransaction((tx) => appendEventsTo(tx, [], events));
});

test('two audiences that overlap never wait for each other for ever', async () => {
  const { ada, ben, cho, dan } = world;
  const ids = [ada, ben, cho, dan].map(({ userId }) => userId);
  const rounds = Array.from({ length: 20 }, (_, round) => (round % 2 === 0 ? ids : ids.toReversed()));
  await Promise.all(rounds.map((to) => inTransaction((tx) => appendEventsTo(tx, to, [{ type: 'progress' }]))));
  expect(await db.outboxEvent.count()).toBe(80);
});

test('who types or is there is told to the others who see the thread, leaves no row and is not replayed', async () => {
  const { ada, ben, cho } = world;
  const { thread } = await ada.opens(inTeam);
  const [ofAda, ofBen, ofCho] = [await connect(ada), await connect(ben), await connect(cho)];
  const rows = await db.outboxEvent.count();
  expect((await ada.moment({ type: 'presence', thread: thread.id, state: 'arrived' })).status).toBe(202);
  expect((await ada.moment({ type: 'typing', thread: thread.id })).status).toBe(202);
  const user = { id: ada.userId, name: 'Ada' };
  expect(await ofBen.reader.received(2)).toEqual([
    { type: 'presence', thread: thread.id, user, state: 'arrived' },
    { type: 'typing', thread: thread.id, user },
  ]);
  expect(ofBen.reader.events.map(({ id }) => id)).toEqual([null, null]);
  expect(await db.outboxEvent.count()).toBe(rows);
  // Whatever comes next comes first to these two.
  await tell([ada.userId, cho.userId], { type: 'progress' });
  for (const { reader } of [ofAda, ofCho]) expect(await reader.received(1)).toEqual([{ type: 'progress' }]);
  expect((await cho.moment({ type: 'typing', thread: thread.id })).status).toBe(404);
});

test('a moment reaches any number of people, and of a sender who says too much only the beginning', async () => {
  const { ada, ben } = world;
  const { reader } = await connect(ben);
  const crowd = Array.from({ length: 1_000 }, (_, index) => `somebody-with-a-long-identifier-${index}`);
  expect(await tell([...crowd, ben.userId], { type: 'progress' })).toBe(true);
  expect(await reader.received(1)).toEqual([{ type: 'progress' }]);
  const said = [];
  for (let times = 0; times < 40; times += 1)
    said.push(await tell([ben.userId], { type: 'inbox' }, { from: ada.userId }));
  expect(said.slice(0, 12)).toEqual(Array(12).fill(true));
  expect(said).toContain(false);
  const heard = said.filter(Boolean).length;
  await reader.received(1 + heard);
  await tell([ben.userId], { type: 'progress' });
  expect(await reader.received(2 + heard)).toHaveLength(2 + heard);
});
