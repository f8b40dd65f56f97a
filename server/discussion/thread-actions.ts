import 'server-only';
import type { Thread, ThreadAction } from '@/contracts/discussion';
import { AppError } from '../errors';
import { notify } from '../notifications/notify';
import { inTransaction, type Transaction } from '../transaction';
import { announce, announceTo, audienceOf } from './announce';
import { audit } from './audit';
import { refuseBanned } from './bans';
import { mergeThreads } from './merge-threads';
import { isStaffOf, type Reader } from './reader';
import { getThread } from './summaries';
import { type HeldThread, holdThread } from './write-post';

/**
 * Changes a thread.
 * @returns the thread; of a merge the one that it became part of
 * @throws {AppError} `not-found`; `forbidden` for who may not do it; `conflict` for a merge or a move that cannot be
 */
export async function actOnThread(reader: Reader, id: string, action: ThreadAction): Promise<Thread> {
  const result = await inTransaction(async (tx) => {
    if (action.action === 'merge') return mergeThreads(tx, reader, id, action);
    const thread = await holdThread(tx, reader, id);
    await mayAct(tx, reader, thread, action);
    if (action.action === 'move') await move(tx, reader, thread, action);
    else if (action.action === 'answer') await markAnswer(tx, reader, thread, action.post);
    else await change(tx, reader, thread, action);
    return thread.id;
  });
  return getThread(reader, result);
}

const OF_ITS_AUTHOR: readonly ThreadAction['action'][] = ['rename', 'resolve', 'answer'];

async function mayAct(tx: Transaction, reader: Reader, thread: HeldThread, { action }: ThreadAction): Promise<void> {
  if (isStaffOf(reader, thread.cohortId)) return;
  if (!OF_ITS_AUTHOR.includes(action) || thread.authorId !== reader.userId || thread.isLocked)
    throw new AppError('forbidden');
  await refuseBanned(tx, reader.userId, thread.cohortId);
}

type Change = Exclude<ThreadAction, { action: 'move' | 'merge' | 'answer' }>;

async function change(tx: Transaction, reader: Reader, thread: HeldThread, action: Change): Promise<void> {
  const before = action.action === 'hide' ? await audienceOf(tx, thread.id) : [];
  await tx.thread.update({ where: { id: thread.id }, data: dataOf(action) });
  const deed = deedOf(action);
  if (deed !== null) {
    const reason = 'reason' in action ? action.reason : undefined;
    await audit(tx, reader, { cohortId: thread.cohortId, action: deed, subject: thread.id, reason });
  }
  if (action.action !== 'hide')
    return announce(tx, { threadId: thread.id, events: [{ type: 'thread', thread: thread.id, kind: 'changed' }] });
  await announceMove(tx, thread.id, before);
}

function dataOf(action: Change) {
  const now = new Date();
  switch (action.action) {
    case 'rename':
      return { title: action.title };
    case 'resolve':
      return { resolvedAt: action.resolved ? now : null };
    case 'lock':
      return { lockedAt: action.locked ? now : null };
    case 'pin':
      return { pinnedAt: action.pinned ? now : null };
    case 'hide':
      return { hiddenAt: action.hidden ? now : null };
  }
}

/** Name in the audit trail of what only staff do. */
function deedOf(action: Change): string | null {
  switch (action.action) {
    case 'lock':
      return action.locked ? 'thread.lock' : 'thread.unlock';
    case 'pin':
      return action.pinned ? 'thread.pin' : 'thread.unpin';
    case 'hide':
      return action.hidden ? 'thread.hide' : 'thread.show';
    default:
      return null;
  }
}

/** Who no longer sees a thread hears that it is gone, who sees it only now that it is there. */
async function announceMove(tx: Transaction, threadId: string, before: readonly string[]): Promise<void> {
  const after = await audienceOf(tx, threadId);
  const event = { type: 'thread', thread: threadId } as const;
  const parts = [
    { to: before.filter((id) => !after.includes(id)), kind: 'gone' as const },
    { to: after.filter((id) => !before.includes(id)), kind: 'opened' as const },
    { to: after.filter((id) => before.includes(id)), kind: 'changed' as const },
  ];
  await announceTo(
    tx,
    parts.map(({ to, kind }) => ({ to, events: [{ ...event, kind }] })),
  );
}

/** The answer's author hears of it. A post that is deleted or of another thread is none. */
async function markAnswer(tx: Transaction, reader: Reader, thread: HeldThread, postId: string | null): Promise<void> {
  const post =
    postId === null
      ? null
      : await tx.post.findFirst({
          where: { id: postId, threadId: thread.id, deletedAt: null, hiddenAt: null },
          select: { authorId: true },
        });
  if (postId !== null && post === null) throw new AppError('not-found');
  await tx.thread.update({ where: { id: thread.id }, data: { answerPostId: postId } });
  const told =
    postId === null || !post?.authorId
      ? []
      : await notify(tx, [
          { kind: 'answer', threadId: thread.id, postId, actorId: reader.userId, recipients: [post.authorId] },
        ]);
  await announce(tx, { threadId: thread.id, told, events: [{ type: 'thread', thread: thread.id, kind: 'changed' }] });
}

async function move(
  tx: Transaction,
  reader: Reader,
  thread: HeldThread,
  { team, reason }: Extract<ThreadAction, { action: 'move' }>,
): Promise<void> {
  if (thread.anchor === 'SESSION') throw new AppError('conflict');
  if (team !== null && (await tx.team.count({ where: { id: team, cohortId: thread.cohortId } })) === 0)
    throw new AppError('not-found');
  const before = await audienceOf(tx, thread.id);
  await tx.thread.update({ where: { id: thread.id }, data: { teamId: team } });
  await audit(tx, reader, { cohortId: thread.cohortId, action: 'thread.move', subject: thread.id, reason });
  await announceMove(tx, thread.id, before);
}
