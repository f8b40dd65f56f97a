import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { LearnerEvent } from '@/contracts/learning';

/** Channel that only wakes: its payload names the stream, the rows are the truth. */
export const OUTBOX_CHANNEL = 'outbox';

/** The stream of one person's own events. */
export function userStream(userId: string): string {
  return `user:${userId}`;
}

/**
 * Tells a person's open pages. Call it as the last statement of the transaction: ids are assigned under the stream's
 * lock, which is held until the commit, so that within a stream they commit in order and a replay skips none.
 */
export async function appendEvents(
  tx: Prisma.TransactionClient,
  userId: string,
  events: readonly LearnerEvent[],
): Promise<void> {
  const stream = userStream(userId);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${stream}, 0))`;
  await tx.$executeRaw`
    WITH appended AS (
      INSERT INTO outbox_event (stream, payload)
      SELECT ${stream}, payload FROM jsonb_array_elements(${JSON.stringify(events)}::jsonb) AS payload
      RETURNING id
    )
    SELECT pg_notify(${OUTBOX_CHANNEL}, ${stream}) FROM appended LIMIT 1`;
}

/**
 * Tells several people the same, as {@link appendEvents} tells one, and likewise as the transaction's last statement.
 * Streams are locked in one order for everybody, so that two audiences that overlap wait for each other and never
 * deadlock. A transaction that calls it twice calls {@link lockStreams} first, with all of them.
 */
export async function appendEventsTo(
  tx: Prisma.TransactionClient,
  userIds: readonly string[],
  events: readonly LearnerEvent[],
): Promise<void> {
  if (userIds.length === 0 || events.length === 0) return;
  await lockStreams(tx, userIds);
  const streams = [...new Set(userIds)].map(userStream);
  await tx.$executeRaw`
    WITH appended AS (
      INSERT INTO outbox_event (stream, payload)
      SELECT stream, payload FROM unnest(${streams}::text[]) AS stream,
        jsonb_array_elements(${JSON.stringify(events)}::jsonb) WITH ORDINALITY AS event(payload, place)
      ORDER BY stream, place
    )
    SELECT pg_notify(${OUTBOX_CHANNEL}, stream) FROM unnest(${streams}::text[]) AS stream`;
}

/** Takes the locks of several people's streams, in one order for everybody, until the transaction ends. */
export async function lockStreams(tx: Prisma.TransactionClient, userIds: readonly string[]): Promise<void> {
  const streams = [...new Set(userIds)].map(userStream);
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtextextended(stream, 0) AS key FROM unnest(${streams}::text[]) AS stream ORDER BY key
    ) AS keys`;
}
