import 'server-only';
import type { Post, Thread, ThreadInput } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import { assertSourceFits } from '../source-size';
import { inTransaction, isUniqueViolation } from '../transaction';
import { resolveAnchor } from './anchors';
import { announce } from './announce';
import { refuseBanned } from './bans';
import { isStaffOf, type Reader } from './reader';
import { getThread, WATCH_LEVEL } from './summaries';
import { findRepeated, insertPost } from './write-post';

interface Opened {
  thread: Thread;
  post: Post;
}

/**
 * Opens a thread with its first post. The same `clientId` of that post again answers the thread that it opened.
 * @throws {AppError} `not-found` for a place or a thing that the reader does not see; `forbidden` while banned, and for a
 *   teammate's work outside the team; `conflict` for a check that waits for its verdict
 */
export async function openThread(reader: Reader, input: ThreadInput): Promise<Opened> {
  if (input.post.snippet) assertSourceFits(input.post.snippet.source);
  const repeated = await findOpened(reader, input.post.clientId);
  if (repeated !== null) return repeated;
  await mayOpenAt(reader, input);
  const { columns, place } = await resolveAnchor(reader, input.anchor, { cohortId: input.cohort, teamId: input.team });
  try {
    await inTransaction(async (tx) => {
      await refuseBanned(tx, reader.userId, place.cohortId);
      const { id, lastNumber, ...row } = await tx.thread.create({
        data: { ...columns, ...place, authorId: reader.userId, title: input.title },
        select: { id: true, anchor: true, exerciseId: true, submissionId: true, lastNumber: true },
      });
      await tx.threadRead.create({
        data: { userId: reader.userId, threadId: id, watch: WATCH_LEVEL[input.watch] },
      });
      const held = { ...row, ...place, id, lastNumber, authorId: reader.userId, isLocked: false };
      const { told } = await insertPost(tx, reader, held, input.post);
      await announce(tx, { threadId: id, told, events: [{ type: 'thread', thread: id, kind: 'opened' }] });
    });
  } catch (error) {
    // The same thread, opened twice at once: the other one was first.
    if (!isUniqueViolation(error)) throw error;
  }
  const opened = await findOpened(reader, input.post.clientId);
  if (opened === null) throw new Error('The thread that was just opened is gone.');
  return opened;
}

async function findOpened(reader: Reader, clientId: string): Promise<Opened | null> {
  const post = await findRepeated(reader, clientId);
  return post && { thread: await getThread(reader, post.thread), post };
}

/** A member opens threads for their cohort and their own team, staff for every team. */
async function mayOpenAt(reader: Reader, { cohort, team }: ThreadInput): Promise<void> {
  const isStaff = isStaffOf(reader, cohort);
  if (!isStaff && !reader.cohorts.includes(cohort)) throw new AppError('not-found');
  if (team === null) {
    if ((await db.cohort.count({ where: { id: cohort, archivedAt: null } })) === 0) throw new AppError('not-found');
    return;
  }
  const isThere = await db.team.count({
    where: { id: team, cohortId: cohort, cohort: { archivedAt: null } },
  });
  if (isThere === 0 || (!isStaff && !reader.teams.includes(team))) throw new AppError('not-found');
}
