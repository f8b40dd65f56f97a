import 'server-only';
import type * as z from 'zod';
import type { Reading, ReadingInputSchema } from '@/contracts/discussion';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { inTransaction } from '../transaction';
import type { Reader } from './reader';
import { WATCH, WATCH_LEVEL } from './summaries';
import { threadsVisibleTo } from './visible';

/**
 * Moves the reader's place in a thread, or what they want to hear of it; their other tabs hear of it.
 * @throws {AppError} `not-found`
 */
export async function saveReading(
  reader: Reader,
  threadId: string,
  { lastRead, backward, watch }: z.infer<typeof ReadingInputSchema>,
): Promise<Reading> {
  const { userId } = reader;
  return inTransaction(async (tx) => {
    const thread = await tx.thread.findFirst({
      where: { AND: [threadsVisibleTo(reader), { id: threadId }] },
      select: { lastNumber: true },
    });
    if (thread === null) throw new AppError('not-found');
    const asked = Math.min(lastRead ?? 0, thread.lastNumber);
    const level = watch === undefined ? null : WATCH_LEVEL[watch];
    const mayGoBack = backward && lastRead !== undefined;
    await tx.$executeRaw`
      INSERT INTO thread_read AS r (user_id, thread_id, last_number, watch, updated_at)
      VALUES (${userId}, ${threadId}, ${asked}, COALESCE(${level}::watch_level, 'MENTIONS'), now())
      ON CONFLICT (user_id, thread_id) DO UPDATE SET
        last_number = CASE WHEN ${mayGoBack} THEN ${asked} ELSE GREATEST(r.last_number, ${asked}) END,
        watch = COALESCE(${level}::watch_level, r.watch), updated_at = now()`;
    const row = await tx.threadRead.findUniqueOrThrow({
      where: { userId_threadId: { userId, threadId } },
      select: { lastNumber: true, watch: true },
    });
    const reading = {
      lastRead: row.lastNumber,
      unread: Math.max(0, thread.lastNumber - row.lastNumber),
      watch: WATCH[row.watch],
    };
    await appendEvents(tx, userId, [
      { type: 'read', thread: threadId, lastRead: reading.lastRead, watch: reading.watch },
    ]);
    return reading;
  });
}
