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
