import 'server-only';
import type { Post, PostEdit, ReactionCount, Revisions } from '@/contracts/discussion';
import type { LearnerEvent } from '@/contracts/learning';
import { db } from '../db';
import { AppError } from '../errors';
import { notify } from '../notifications/notify';
import { assertSourceFits } from '../source-size';
import { inTransaction, type Transaction } from '../transaction';
import { announce } from './announce';
import { audit } from './audit';
import { refuseBanned } from './bans';
import { mentionsIn, onlyReaders } from './people';
import { countReactions, getPost } from './read-posts';
import { isStaffOf, type Reader } from './reader';
import { spoiledBy } from './spoils';
import { postsShownTo } from './visible';
import { takeAttachments } from './write-post';

const HELD = {
  id: true,
  number: true,
  authorId: true,
  revision: true,
  body: true,
  snippet: true,
  spoilsExerciseId: true,
  submissionId: true,
  threadId: true,
  thread: {
    select: { cohortId: true, teamId: true, lockedAt: true, anchor: true, exerciseId: true, submissionId: true },
  },
} as const;

/**
 * Holds a post that is shown to the reader until the transaction ends.
 * @throws {AppError} `not-found`
 */
export async function holdPost(tx: Transaction, reader: Reader, id: string) {
  await tx.$executeRaw`SELECT 1 FROM post WHERE id = ${id} FOR UPDATE`;
  const post = await tx.post.findFirst({ where: { AND: [postsShownTo(reader), { id }] }, select: HELD });
  if (post === null) throw new AppError('not-found');
  return post;
}

type HeldPost = Awaited<ReturnType<typeof holdPost>>;

/** @throws {AppError} `forbidden` while banned, and in a locked thread for who is not staff */
async function mayWriteAt(tx: Transaction, reader: Reader, { thread }: HeldPost): Promise<void> {
  await refuseBanned(tx, reader.userId, thread.cohortId);
  if (thread.lockedAt !== null && !isStaffOf(reader, thread.cohortId)) throw new AppError('forbidden');
}

function eventOf(
  { id, threadId, number }: HeldPost,
  kind: Extract<LearnerEvent, { type: 'post' }>['kind'],
  reader: Reader,
) {
  return { type: 'post' as const, thread: threadId, post: id, number, kind, by: reader.userId };
}

/**
 * Writes a new version on top of the one that the author saw, and keeps the old one.
 * @returns what is there now; `conflict`: somebody was faster, and nothing was written
 * @throws {AppError} `not-found`; `forbidden` for a post of somebody else, while banned, in a locked thread
 */
export async function editPost(
  reader: Reader,
  id: string,
  input: PostEdit,
): Promise<{ conflict: boolean; post: Post }> {
  if (input.snippet) assertSourceFits(input.snippet.source);
  const conflict = await inTransaction(async (tx) => {
    const post = await holdPost(tx, reader, id);
    if (post.authorId !== reader.userId) throw new AppError('forbidden');
    await mayWriteAt(tx, reader, post);
    if (post.revision !== input.revision) return true;
    const isEmpty = input.body.trim() === '' && input.snippet === null && input.attachments.length === 0;
    if (isEmpty && post.submissionId === null) throw new AppError('invalid-input');
    const { revision, body, snippet, spoilsExerciseId } = post;
    await tx.postRevision.create({ data: { postId: id, revision, body, snippet, spoilsExerciseId } });
    const told = await renewMentions(tx, reader, post, input.body);
    await takeAttachments(tx, reader.userId, id, input.attachments);
    await tx.post.update({
      where: { id },
      data: {
        body: input.body,
        snippet: input.snippet?.source ?? null,
        snippetExerciseId: input.snippet?.exercise ?? null,
        spoilsExerciseId: await spoiledBy(tx, reader, post.thread, { ...input, snapshot: post.submissionId }),
        editedAt: new Date(),
        revision: revision + 1,
      },
    });
    await announce(tx, { threadId: post.threadId, told, events: [eventOf(post, 'edited', reader)] });
    return false;
  });
  return { conflict, post: await getPost(reader, id) };
}

/** Whoever is mentioned only now is told. */
async function renewMentions(tx: Transaction, reader: Reader, post: HeldPost, body: string): Promise<string[]> {
  const mentioned = await onlyReaders(tx, post.thread, mentionsIn(body));
  await tx.mention.deleteMany({ where: { postId: post.id, userId: { notIn: mentioned } } });
  await tx.mention.createMany({
    data: mentioned.map((userId) => ({ postId: post.id, userId })),
    skipDuplicates: true,
  });
  return notify(tx, [
    { kind: 'mention', threadId: post.threadId, postId: post.id, actorId: reader.userId, recipients: mentioned },
  ]);
}

/**
 * Leaves a stub: text, earlier versions, snippet, snapshot, reactions and images are gone.
 * @throws {AppError} `not-found`; `forbidden` for who is neither its author nor staff
 */
export async function deletePost(reader: Reader, id: string): Promise<Post> {
  await inTransaction(async (tx) => {
    const post = await holdPost(tx, reader, id);
    const isMine = post.authorId === reader.userId;
    if (!isMine && !isStaffOf(reader, post.thread.cohortId)) throw new AppError('forbidden');
    await tx.postRevision.deleteMany({ where: { postId: id } });
    await tx.reaction.deleteMany({ where: { postId: id } });
    await tx.mention.deleteMany({ where: { postId: id } });
    await tx.attachment.updateMany({ where: { postId: id }, data: { postId: null } });
    await tx.thread.updateMany({ where: { answerPostId: id }, data: { answerPostId: null } });
    await tx.postReport.updateMany({ where: { postId: id, closedAt: null }, data: { closedAt: new Date() } });
    await tx.post.update({
      where: { id },
      data: {
        ...{ body: '', snippet: null, snippetExerciseId: null, submissionId: null, spoilsExerciseId: null },
        ...{ replyToId: null, deletedAt: new Date() },
      },
    });
    if (!isMine) await audit(tx, reader, { cohortId: post.thread.cohortId, action: 'post.delete', subject: id });
    const told = isMine || post.authorId === null ? [] : await tellAuthor(tx, reader, post, post.authorId);
    await announce(tx, { threadId: post.threadId, told, events: [eventOf(post, 'deleted', reader)] });
  });
  return getPost(reader, id);
}

function tellAuthor(tx: Transaction, reader: Reader, post: HeldPost, authorId: string): Promise<string[]> {
  return notify(tx, [
    {
      ...{ kind: 'moderation', threadId: post.threadId, postId: post.id },
      ...{ actorId: reader.userId, recipients: [authorId] },
    },
  ]);
}

/**
 * Hides a post from all but staff and its author, or shows it again; its reports are dealt with.
 * @throws {AppError} `not-found`; `forbidden` for who is not staff
 */
export async function hidePost(reader: Reader, id: string, hidden: boolean, reason?: string): Promise<void> {
  await inTransaction(async (tx) => {
    const post = await holdPost(tx, reader, id);
    if (!isStaffOf(reader, post.thread.cohortId)) throw new AppError('forbidden');
    await tx.post.update({ where: { id }, data: { hiddenAt: hidden ? new Date() : null } });
    await tx.postReport.updateMany({ where: { postId: id, closedAt: null }, data: { closedAt: new Date() } });
    await audit(tx, reader, {
      ...{ cohortId: post.thread.cohortId, subject: id, reason },
      action: hidden ? 'post.hide' : 'post.show',
    });
    const told = hidden && post.authorId !== null ? await tellAuthor(tx, reader, post, post.authorId) : [];
    await announce(tx, { threadId: post.threadId, told, events: [eventOf(post, 'moderated', reader)] });
  });
}

/**
 * Gives a reaction or takes it back.
 * @throws {AppError} `not-found`; `forbidden` while banned and in a locked thread
 */
export async function react(reader: Reader, id: string, kind: string, on: boolean): Promise<ReactionCount[]> {
  return inTransaction(async (tx) => {
    const post = await holdPost(tx, reader, id);
    await mayWriteAt(tx, reader, post);
    const row = { postId: id, userId: reader.userId, kind };
    const { count } = on
      ? await tx.reaction.createMany({ data: [row], skipDuplicates: true })
      : await tx.reaction.deleteMany({ where: row });
    const rows = await tx.reaction.findMany({ where: { postId: id }, select: { kind: true, userId: true } });
    if (count > 0) await announce(tx, { threadId: post.threadId, events: [eventOf(post, 'reacted', reader)] });
    return countReactions(rows, reader.userId);
  });
}

/**
 * Earlier versions of a post that is shown to the reader, the newest first. One that spoilt what the post no longer spoils is
 * left out for who may not see it.
 *
 * @throws {AppError} `not-found`
 */
export async function readRevisions(reader: Reader, id: string): Promise<Revisions['revisions']> {
  const post = await db.post.findFirst({
    where: { AND: [postsShownTo(reader), { id }] },
    select: {
      authorId: true,
      thread: { select: { cohortId: true } },
      revisions: { orderBy: { revision: 'desc' } },
    },
  });
  if (post === null) throw new AppError('not-found');
  const seesAll = post.authorId === reader.userId || isStaffOf(reader, post.thread.cohortId);
  return post.revisions
    .filter(({ spoilsExerciseId: spoilt }) => seesAll || spoilt === null || reader.opened.includes(spoilt))
    .map(({ revision, body, snippet, createdAt }) => ({
      ...{ revision, body, snippet },
      createdAt: createdAt.toISOString(),
    }));
}

/** @throws {AppError} `not-found`; `forbidden` for one's own post */
export async function reportPost(reader: Reader, id: string, reason: string): Promise<void> {
  await inTransaction(async (tx) => {
    const post = await holdPost(tx, reader, id);
    if (post.authorId === reader.userId) throw new AppError('forbidden');
    await tx.postReport.upsert({
      where: { postId_reporterId: { postId: id, reporterId: reader.userId } },
      create: { postId: id, reporterId: reader.userId, reason },
      update: { reason, closedAt: null },
    });
  });
}
