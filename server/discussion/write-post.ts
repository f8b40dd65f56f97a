import 'server-only';
import type { Post, PostInput } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import { type Notice, notify } from '../notifications/notify';
import { assertSourceFits } from '../source-size';
import { inTransaction, isUniqueViolation, type Transaction } from '../transaction';
import { announce } from './announce';
import { refuseBanned } from './bans';
import { mentionsIn, onlyReaders } from './people';
import { getPost } from './read-posts';
import { isStaffOf, type Reader } from './reader';
import { spoiledBy } from './spoils';
import { postsShownTo, sqlThreadVisibleTo } from './visible';

/** A thread whose row is held until the transaction ends. */
export interface HeldThread {
  id: string;
  cohortId: string;
  teamId: string | null;
  authorId: string | null;
  anchor: string;
  exerciseId: string | null;
  submissionId: string | null;
  isLocked: boolean;
  lastNumber: number;
}

/**
 * Posts to a thread; what was meant for one that is merged goes where that went. The same `clientId` again answers the post
 * that it made.
 *
 * @throws {AppError} `not-found`, also for a quoted post, a submission or an image that the reader may not use; `forbidden` in
 *   a locked thread and while banned; `conflict` for a `clientId` used elsewhere
 */
export async function writePost(reader: Reader, threadId: string, input: PostInput): Promise<Post> {
  if (input.snippet) assertSourceFits(input.snippet.source);
  const repeated = await findRepeatedIn(reader, threadId, input.clientId);
  if (repeated !== null) return repeated;
  try {
    const id = await inTransaction(async (tx) => {
      const thread = await holdThread(tx, reader, threadId);
      await refuseBanned(tx, reader.userId, thread.cohortId);
      if (thread.isLocked && !isStaffOf(reader, thread.cohortId)) throw new AppError('forbidden');
      const { post, told } = await insertPost(tx, reader, thread, input);
      await announce(tx, {
        threadId: thread.id,
        told,
        events: [
          { type: 'post', thread: thread.id, post: post.id, number: post.number, kind: 'posted', by: reader.userId },
        ],
      });
      return post.id;
    });
    return await getPost(reader, id);
  } catch (error) {
    // The same post, sent twice at once: the other one was first.
    const first = isUniqueViolation(error) ? await findRepeatedIn(reader, threadId, input.clientId) : null;
    if (first !== null) return first;
    throw error;
  }
}

async function findRepeatedIn(reader: Reader, threadId: string, clientId: string): Promise<Post | null> {
  const post = await findRepeated(reader, clientId);
  if (post === null || post.thread === threadId) return post;
  if ((await db.thread.count({ where: { id: threadId, mergedIntoId: post.thread } })) === 0)
    throw new AppError('conflict');
  return post;
}

/** The post that this page made before, if the answer to it was lost. */
export async function findRepeated(reader: Reader, clientId: string): Promise<Post | null> {
  const row = await db.post.findUnique({
    where: { authorId_clientId: { authorId: reader.userId, clientId } },
    select: { id: true },
  });
  return row && getPost(reader, row.id);
}

/**
 * Holds a thread that the reader sees: its posts are numbered one after the other.
 * @throws {AppError} `not-found`
 */
export async function holdThread(tx: Transaction, reader: Reader, id: string): Promise<HeldThread> {
  const [row] = await tx.$queryRaw<(HeldThread & { mergedIntoId: string | null })[]>`
    SELECT t.id, t.cohort_id AS "cohortId", t.team_id AS "teamId", t.author_id AS "authorId", t.anchor::text AS anchor,
      t.exercise_id AS "exerciseId", t.submission_id AS "submissionId", t.locked_at IS NOT NULL AS "isLocked",
      t.last_number AS "lastNumber", t.merged_into_id AS "mergedIntoId"
    FROM thread t WHERE t.id = ${id} AND ${sqlThreadVisibleTo(reader)} FOR UPDATE OF t`;
  if (row === undefined) throw new AppError('not-found');
  return row.mergedIntoId === null ? row : holdThread(tx, reader, row.mergedIntoId);
}

/** Adds a post to a thread that is held. `told`: who has a new line in their inbox. */
export async function insertPost(
  tx: Transaction,
  author: Reader,
  thread: HeldThread,
  input: PostInput,
): Promise<{ post: { id: string; number: number }; told: string[] }> {
  const repliedTo = input.replyTo === null ? null : await findQuotable(tx, author, thread.id, input.replyTo);
  if (input.snapshot !== null) await ownSubmission(tx, author.userId, input.snapshot);
  const mentioned = await onlyReaders(tx, thread, mentionsIn(input.body));
  const now = new Date();
  const post = await tx.post.create({
    data: {
      threadId: thread.id,
      number: thread.lastNumber + 1,
      authorId: author.userId,
      clientId: input.clientId,
      body: input.body,
      spoilsExerciseId: await spoiledBy(tx, author, thread, input),
      replyToId: input.replyTo,
      snippet: input.snippet?.source ?? null,
      snippetExerciseId: input.snippet?.exercise ?? null,
      submissionId: input.snapshot,
      createdAt: now,
      mentions: { create: mentioned.map((userId) => ({ userId })) },
    },
    select: { id: true, number: true },
  });
  await takeAttachments(tx, author.userId, post.id, input.attachments);
  await tx.thread.update({ where: { id: thread.id }, data: { lastNumber: post.number, lastPostAt: now } });
  await readOwn(tx, author.userId, thread.id, post.number);
  const about = { threadId: thread.id, postId: post.id, actorId: author.userId };
  const notices: Notice[] = [
    { ...about, kind: 'mention', recipients: mentioned },
    { ...about, kind: 'reply', recipients: repliedTo === null ? [] : [repliedTo] },
    { ...about, kind: 'post' },
  ];
  return { post, told: await notify(tx, notices) };
}

/** Author of a post of this thread that is shown to the reader; null once they are gone. */
async function findQuotable(tx: Transaction, reader: Reader, threadId: string, id: string): Promise<string | null> {
  const row = await tx.post.findFirst({
    where: { AND: [postsShownTo(reader), { id, threadId }] },
    select: { authorId: true },
  });
  if (row === null) throw new AppError('not-found');
  return row.authorId;
}

async function ownSubmission(tx: Transaction, userId: string, id: string): Promise<void> {
  if ((await tx.submission.count({ where: { id, userId } })) === 0) throw new AppError('not-found');
}

/** Images belong to one post: those taken out of it are nobody's again, and housekeeping drops them. */
export async function takeAttachments(
  tx: Transaction,
  ownerId: string,
  postId: string,
  ids: readonly string[],
): Promise<void> {
  const wanted = [...new Set(ids)];
  await tx.attachment.updateMany({ where: { postId, id: { notIn: wanted } }, data: { postId: null } });
  const { count } = await tx.attachment.updateMany({
    where: { id: { in: wanted }, ownerId, OR: [{ postId: null, announcementId: null }, { postId }] },
    data: { postId },
  });
  if (count !== wanted.length) throw new AppError('not-found');
}

/** Who had read all before has read their own post as well. */
async function readOwn(tx: Transaction, userId: string, threadId: string, number: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO thread_read AS r (user_id, thread_id, last_number, updated_at)
    VALUES (${userId}, ${threadId}, ${number === 1 ? 1 : 0}, now())
    ON CONFLICT (user_id, thread_id) DO UPDATE SET updated_at = now(),
      last_number = CASE WHEN r.last_number >= ${number - 1} THEN ${number} ELSE r.last_number END`;
}
