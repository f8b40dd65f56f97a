import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { PUT as putDraft } from '@/app/api/drafts/route';
import { GET as openEvents } from '@/app/api/events/route';
import { db, disconnect, pool } from '@/server/db';
import { countStreams } from '@/server/events/event-stream';
import { appendEvents, userStream } from '@/server/events/outbox';
import { keepHouse } from '@/server/grader/housekeeping';
import { inTransaction } from '@/server/transaction';
import { PATIENCE } from '@/tests/patience';
import { EventReader } from './event-reader';
import { Learner } from './learner';
import { DENSE } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

let connections: AbortController[] = [];

afterEach(async () => {
  for (const connection of connections) connection.abort();
  connections = [];
});
afterAll(disconnect);

async function connect(learner: Learner, lastEventId: string | null = null) {
  const connection = new AbortController();
  connections.push(connection);
  const headers = learner.headers(lastEventId === null ? {} : { 'last-event-id': lastEventId });
  const request = new Request('http://127.0.0.1:3000/api/events', { headers, signal: connection.signal });
  const response = await openEvents(request, undefined);
  return { connection, response, reader: new EventReader(response) };
}

const draft = (revision: number) => ({ type: 'draft', exercise: DENSE, revision }) as const;

function tell(userId: string, ...revisions: number[]) {
  return inTransaction((tx) => appendEvents(tx, userId, revisions.map(draft)));
}

test('what happens is told at once, to every tab', async () => {
  const learner = await Learner.guest();
  const tabs = [await connect(learner), await connect(learner)];
  await learner.call(putDraft, 'PUT', { exercise: DENSE, source: 'one', baseRevision: 0 });
  for (const { reader } of tabs) expect(await reader.received(1)).toEqual([draft(1)]);
});

test('nobody hears what is said to somebody else', async () => {
  const [ada, ben] = [await Learner.guest(), await Learner.guest()];
  const [ofAda, ofBen] = [await connect(ada), await connect(ben)];
  await tell(await ben.id(), 1);
  await tell(await ada.id(), 2);
  expect(await ofAda.reader.received(1)).toEqual([draft(2)]);
  expect(await ofBen.reader.received(1)).toEqual([draft(1)]);
});

test('a stream that comes back gets what it missed, once, and then what comes', async () => {
  const learner = await Learner.guest();
  const userId = await learner.id();
  const first = await connect(learner);
  await tell(userId, 1);
  await first.reader.received(1);
  first.connection.abort();
  await tell(userId, 2, 3);
  const second = await connect(learner, first.reader.lastEventId);
  await tell(userId, 4);
  expect(await second.reader.received(3)).toEqual([draft(2), draft(3), draft(4)]);
});

test('a stream that never got an event can come back as well', async () => {
  const learner = await Learner.guest();
  const userId = await learner.id();
  const first = await connect(learner);
  await vi.waitUntil(() => first.reader.lastEventId !== null, PATIENCE);
  first.connection.abort();
  await tell(userId, 1);
  const second = await connect(learner, first.reader.lastEventId);
  expect(await second.reader.received(1)).toEqual([draft(1)]);
});

test('two transactions that interleave commit their events in the order of their ids, so that none is skipped', async () => {
  const learner = await Learner.guest();
  const userId = await learner.id();
  const { reader } = await connect(learner);
  const slow = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await slow.connect();
  await slow.query('BEGIN');
  // As `appendEvents` does it, held open between its id and its commit.
  await slow.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [userStream(userId)]);
  await slow.query('INSERT INTO outbox_event (stream, payload) VALUES ($1, $2)', [userStream(userId), draft(1)]);
  const fast = tell(userId, 2);
  const waits = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
  await vi.waitUntil(async () => (await pool.query(waits)).rowCount === 1, PATIENCE);
  await slow.query('COMMIT');
  await slow.end();
  await fast;
  expect(await reader.received(2)).toEqual([draft(1), draft(2)]);
  const ids = reader.events.map(({ id }) => Number(id));
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
});

test('events of a transaction that fails are never told', async () => {
  const learner = await Learner.guest();
  const userId = await learner.id();
  const { reader } = await connect(learner);
  const failing = inTransaction(async (tx) => {
    await appendEvents(tx, userId, [draft(1)]);
    throw new Error('after the event');
  });
  await expect(failing).rejects.toThrow('after the event');
  await tell(userId, 2);
  expect(await reader.received(1)).toEqual([draft(2)]);
});

test('a page that was away longer than events are kept is told to ask for everything', async () => {
  const learner = await Learner.guest();
  const userId = await learner.id();
  await tell(userId, 1);
  const { id } = await db.outboxEvent.findFirstOrThrow({
    where: { stream: userStream(userId) },
    orderBy: { id: 'desc' },
  });
  await pool.query("UPDATE outbox_event SET created_at = now() - interval '2 days'");
  await keepHouse();
  const { reader } = await connect(learner, String(id));
  expect(await reader.received(1)).toEqual([{ type: 'progress' }]);
});

test('a listening connection that breaks costs no event', async () => {
  const learner = await Learner.guest();
  const userId = await learner.id();
  const { reader } = await connect(learner);
  await pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'peergrad listen%'",
  );
  await tell(userId, 1);
  expect(await reader.received(1)).toEqual([draft(1)]);
});

test('a tab that is closed leaves nothing behind', async () => {
  const learner = await Learner.guest();
  const before = await countStreams();
  const { connection, reader } = await connect(learner);
  expect(await countStreams()).toBe(before + 1);
  connection.abort();
  await reader.ended;
  expect(await countStreams()).toBe(before);
});

test('a reader who stops reading leaves nothing behind', async () => {
  const learner = await Learner.guest();
  const before = await countStreams();
  const request = new Request('http://127.0.0.1:3000/api/events', { headers: learner.headers() });
  const response = await openEvents(request, undefined);
  await response.body?.cancel();
  expect(await countStreams()).toBe(before);
});

test('one person cannot hold any number of streams', async () => {
  const learner = await Learner.guest();
  const open = await Promise.all(Array.from({ length: 24 }, () => connect(learner)));
  expect(new Set(open.map(({ response }) => response.status))).toEqual(new Set([200]));
  const request = new Request('http://127.0.0.1:3000/api/events', { headers: learner.headers() });
  expect((await openEvents(request, undefined)).status).toBe(429);
});

test('the stream says what keeps proxies from holding it back', async () => {
  const { response } = await connect(await Learner.guest());
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
});

test('without an account there is no stream', async () => {
  const response = await openEvents(new Request('http://127.0.0.1:3000/api/events'), undefined);
  expect(response.status).toBe(401);
});
