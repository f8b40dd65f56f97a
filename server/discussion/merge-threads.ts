import 'server-only';
import { AppError } from '../errors';
import type { Transaction } from '../transaction';
import { announceTo, audienceOf } from './announce';
import { audit } from './audit';
import { isStaffOf, type Reader } from './reader';
import { type HeldThread, holdThread } from './write-post';

/**
 * Sorts the posts of one thread into another of the same readers, by time, and numbers all of them anew. Each reader goes on
 * at the first post that they have not read in either. The thread that is gone says where it went.
 *
 * @returns id of the thread that both are now
 * @throws {AppError} `not-found`, `forbidden`; `conflict` for a thread itself, a merged one, or one of other readers
 */
export async function mergeThreads(
  tx: Transaction,
  reader: Reader,
  fromId: string,
  { into: intoId, reason }: { into: string; reason?: string | undefined },
): Promise<string> {
  const held = new Map<string, HeldThread>();
  // In one order for everybody, so that two merges never wait for each other.
  for (const id of [fromId, intoId].toSorted()) held.set(id, await holdThread(tx, reader, id));
  const [from, into] = [held.get(fromId), held.get(intoId)];
  if (from === undefined || into === undefined) throw new AppError('not-found');
  if (!isStaffOf(reader, from.cohortId)) throw new AppError('forbidden');
  // A thread that is merged already is held by the id of where it went.
  const stands = from.id === fromId && into.id === intoId && from.id !== into.id;
  if (!stands || from.cohortId !== into.cohortId || from.teamId !== into.teamId) throw new AppError('conflict');
  const before = await audienceOf(tx, from.id);
  await keepSpoilers(tx, from);
  await mergeReads(tx, from.id, into.id);
  await movePosts(tx, from.id, into.id);
  await mergeRows(tx, from.id, into.id);
  await audit(tx, reader, { cohortId: into.cohortId, action: 'thread.merge', subject: from.id, reason });
  await announceTo(tx, [
    { to: before, events: [{ type: 'thread', thread: from.id, kind: 'gone' }] },
    { to: await audienceOf(tx, into.id), events: [{ type: 'thread', thread: into.id, kind: 'changed' }] },
  ]);
  return into.id;
}

/** Posts about lines of a submission spoil its exercise wherever they go. */
async function keepSpoilers(tx: Transaction, { id, anchor }: HeldThread): Promise<void> {
  if (anchor !== 'LINES') return;
  await tx.$executeRaw`
    UPDATE post p SET spoils_exercise_id = t.exercise_id
    FROM thread t JOIN submission s ON s.id = t.submission_id LEFT JOIN grading_run r ON r.id = s.official_run_id
    WHERE p.thread_id = ${id} AND t.id = ${id} AND p.deleted_at IS NULL AND r.passed IS DISTINCT FROM false`;
}

/** Before the posts move: new positions are worked out from the old numbers. */
async function mergeReads(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    WITH ordered AS (
      SELECT thread_id, number, row_number() OVER (ORDER BY created_at, thread_id, number) AS place
      FROM post WHERE thread_id IN (${fromId}, ${intoId})
    ), known AS (
      SELECT user_id, MAX(CASE WHEN thread_id = ${fromId} THEN last_number ELSE 0 END) AS of_from,
        MAX(CASE WHEN thread_id = ${intoId} THEN last_number ELSE 0 END) AS of_into,
        COALESCE(MAX(watch::text) FILTER (WHERE thread_id = ${intoId}), MAX(watch::text)) AS watch
      FROM thread_read WHERE thread_id IN (${fromId}, ${intoId}) GROUP BY user_id
    )
    INSERT INTO thread_read (user_id, thread_id, last_number, watch, updated_at)
    SELECT k.user_id, ${intoId}, COALESCE(
      (SELECT MIN(o.place) - 1 FROM ordered o
        WHERE o.number > CASE WHEN o.thread_id = ${fromId} THEN k.of_from ELSE k.of_into END),
      (SELECT COUNT(*) FROM ordered)), k.watch::watch_level, now()
    FROM known k
    ON CONFLICT (user_id, thread_id) DO UPDATE SET last_number = EXCLUDED.last_number, updated_at = now()`;
  await tx.threadRead.deleteMany({ where: { threadId: fromId } });
}

/** Numbers pass through negatives, so that no two rows ever share one. */
async function movePosts(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE post SET thread_id = ${intoId}, number = -ordered.place FROM (
      SELECT id, row_number() OVER (ORDER BY created_at, thread_id, number) AS place
      FROM post WHERE thread_id IN (${fromId}, ${intoId})
    ) AS ordered WHERE post.id = ordered.id`;
  await tx.$executeRaw`UPDATE post SET number = -number WHERE thread_id = ${intoId} AND number < 0`;
}

async function mergeRows(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  const select = { answerPostId: true, lastPostAt: true };
  const from = await tx.thread.findUniqueOrThrow({ where: { id: fromId }, select });
  const into = await tx.thread.findUniqueOrThrow({ where: { id: intoId }, select });
  const { _max } = await tx.post.aggregate({ where: { threadId: intoId }, _max: { number: true } });
  await tx.thread.update({
    where: { id: fromId },
    data: { mergedIntoId: intoId, answerPostId: null, lastNumber: 0, lockedAt: new Date() },
  });
  await tx.thread.updateMany({ where: { mergedIntoId: fromId }, data: { mergedIntoId: intoId } });
  await tx.thread.update({
    where: { id: intoId },
    data: {
      lastNumber: _max.number ?? 0,
      answerPostId: into.answerPostId ?? from.answerPostId,
      lastPostAt: new Date(Math.max(from.lastPostAt.getTime(), into.lastPostAt.getTime())),
    },
  });
  await tx.notification.updateMany({ where: { threadId: fromId }, data: { threadId: intoId } });
}
