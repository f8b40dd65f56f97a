import 'server-only';
import { db } from '../db';
import { env } from '../env';
import { AppError } from '../errors';
import { type Cursor, EventHub, type OutboxRow } from './event-hub';
import { MOMENT_CHANNEL, readMoment } from './moments';
import { OUTBOX_CHANNEL, userStream } from './outbox';
import { listenForWakes } from './wake-listener';

/** Comments that keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 25_000;
/** A stream ends after this, and the page opens another: who has signed out elsewhere gets none. */
const LIFETIME_MS = 10 * 60_000;
/** Streams of one person; all tabs of a browser share one. */
const MAX_STREAMS = 24;
/** Rows of one read, over all streams that were woken. */
const BATCH = 1_000;
/** A page that does not read for so long is let go; it comes back with its last id. */
const MAX_WAITING = 500;

const encoder = new TextEncoder();

interface OpenStream {
  openedAt: number;
  beat(): void;
  /** `event` is JSON; it has no id and is not replayed. */
  tell(event: string): void;
  close(): void;
}

/** One hub, one listening connection for rows and one for moments, and one timer for all streams of this process. */
interface Broadcast {
  hub: EventHub;
  /** By stream, those of all its tabs. */
  open: Map<string, Set<OpenStream>>;
}

// Next loads this module once per bundle, and anew after each edit in development.
const kept = globalThis as { peergradBroadcast?: Promise<Broadcast> };

function broadcast(): Promise<Broadcast> {
  kept.peergradBroadcast ??= startBroadcast().catch((error) => {
    kept.peergradBroadcast = undefined;
    throw error;
  });
  return kept.peergradBroadcast;
}

async function startBroadcast(): Promise<Broadcast> {
  const hub = new EventHub(readOutbox);
  const open: Broadcast['open'] = new Map();
  await listenForWakes(env.DATABASE_URL ?? '', OUTBOX_CHANNEL, (stream) => hub.wake(stream));
  // What was told while the connection was broken is lost, as moments may be.
  await listenForWakes(env.DATABASE_URL ?? '', MOMENT_CHANNEL, (payload) => {
    const moment = payload === null ? null : readMoment(payload);
    for (const userId of moment?.to ?? []) {
      for (const stream of [...(open.get(userStream(userId)) ?? [])]) stream.tell(moment?.event ?? '');
    }
  });
  setInterval(() => {
    for (const stream of [...open.values()].flatMap((ofOne) => [...ofOne])) {
      if (Date.now() - stream.openedAt > LIFETIME_MS) stream.close();
      else stream.beat();
    }
  }, HEARTBEAT_MS).unref();
  return { hub, open };
}

async function readOutbox(cursors: readonly Cursor[]): Promise<OutboxRow[]> {
  const streams = cursors.map(({ stream }) => stream);
  const after = cursors.map((cursor) => cursor.after);
  const rows = await db.$queryRaw<OutboxRow[]>`
    SELECT e.id, e.stream, e.payload::text AS payload
    FROM unnest(${streams}::text[], ${after}::bigint[]) AS c(stream, after)
    JOIN outbox_event e ON e.stream = c.stream AND e.id > c.after
    ORDER BY e.id LIMIT ${BATCH}`;
  // More than one read can hold: look again, from where these end.
  if (rows.length === BATCH) void broadcast().then(({ hub }) => hub.wake(null));
  return rows;
}

/** Streams that are open in this process. */
export async function countStreams(): Promise<number> {
  return kept.peergradBroadcast ? (await kept.peergradBroadcast).hub.size : 0;
}

/**
 * Server-sent events of one person: what happened since `lastEventId`, then what happens. Where rows since then may be
 * gone, an event `progress` without an id tells the page to ask for everything anew.
 *
 * @throws {AppError} `rate-limited` when the person has too many streams open.
 */
export async function openEventStream(
  userId: string,
  lastEventId: string | null,
  signal: AbortSignal,
): Promise<Response> {
  const { hub, open } = await broadcast();
  const stream = userStream(userId);
  if (hub.countOf(stream) >= MAX_STREAMS) throw new AppError('rate-limited', { retryAfter: 60 });
  const start = await findStart(stream, lastEventId);
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        leave();
        controller.close();
      };
      const say = (text: string) => {
        if ((controller.desiredSize ?? 0) < -MAX_WAITING) end();
        else controller.enqueue(encoder.encode(text));
      };
      say(`retry: 2000\nid: ${start.after}\n\n`);
      if (start.mayHaveMissed) say('data: {"type":"progress"}\n\n');
      const unsubscribe = hub.subscribe(
        { stream, after: start.after },
        { deliver: ({ id, payload }) => say(`id: ${id}\ndata: ${payload}\n\n`) },
      );
      const member: OpenStream = {
        openedAt: Date.now(),
        beat: () => say(': \n\n'),
        tell: (event) => say(`data: ${event}\n\n`),
        close: end,
      };
      const ofReader = open.get(stream) ?? new Set();
      open.set(stream, ofReader.add(member));
      leave = () => {
        unsubscribe();
        ofReader.delete(member);
        if (ofReader.size === 0 && open.get(stream) === ofReader) open.delete(stream);
        signal.removeEventListener('abort', end);
      };
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    },
    cancel: () => leave(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Compression would hold events back.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** Where a stream goes on: after its last id, or without one at the present end. */
async function findStart(
  stream: string,
  lastEventId: string | null,
): Promise<{ after: bigint; mayHaveMissed: boolean }> {
  const last = lastEventId !== null && /^\d{1,18}$/.test(lastEventId) ? BigInt(lastEventId) : null;
  if (last === null) {
    const { _max } = await db.outboxEvent.aggregate({ where: { stream }, _max: { id: true } });
    return { after: _max.id ?? 0n, mayHaveMissed: false };
  }
  // The row is kept for a day: while it is there, so are all after it.
  const row = await db.outboxEvent.findFirst({ where: { id: last, stream }, select: { id: true } });
  return { after: last, mayHaveMissed: row === null };
}
