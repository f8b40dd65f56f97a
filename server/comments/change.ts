import 'server-only';
import type { CommentEdit } from '@/contracts/comment';
import { audit } from '../discussion/audit';
import { refuseBanned } from '../discussion/bans';
import { isStaffOf, type Reader } from '../discussion/reader';
import { AppError } from '../errors';
import { appendEventsTo } from '../events/outbox';
import { inTransaction, type Transaction } from '../transaction';
import { commentedFor } from './read';
import { spoiledHere } from './write';

/**
 * Holds a comment that the reader sees, and that is not deleted, until the transaction ends.
 * @throws {AppError} `not-found`
 */
async function holdComment(tx: Transaction, reader: Reader, id: string) {
  await tx.$executeRaw`SELECT 1 FROM submission_comment WHERE id = ${id} FOR UPDATE`;
  const comment = await tx.submissionComment.findFirst({
    where: { id, deletedAt: null, submission: commentedFor(reader) },
    select: {
      ...{ id: true, rootId: true, authorId: true, body: true, revision: true, spoilsExerciseId: true },
      submission: { select: { id: true, userId: true, cohortId: true, exerciseId: true } },
    },
  });
  if (comment === null) throw new AppError('not-found');
  return comment;
}

type HeldComment = Awaited<ReturnType<typeof holdComment>>;

/** Pages of the learner and of who has written on those lines read the comments anew. */
async function renewPages(tx: Transaction, { id, rootId, submission }: HeldComment): Promise<void> {
  const root = rootId ?? id;
  const written = await tx.submissionComment.findMany({
    where: { submissionId: submission.id, OR: [{ id: root }, { rootId: root }] },
    select: { authorId: true },
  });
  const readers = new Set([submission.userId, ...written.flatMap(({ authorId }) => authorId ?? [])]);
  await appendEventsTo(tx, [...readers], [{ type: 'inbox' }]);
}

/**
 * Writes a new version on top of the one that the author saw, and keeps the old one.
 * @returns the submission; `conflict`: it was edited meanwhile, and nothing was written
 * @throws {AppError} `not-found`; `forbidden` for a comment of somebody else, while banned from posting and once the cohort is gone
 */
export function editComment(
  reader: Reader,
  id: string,
  input: CommentEdit,
): Promise<{ conflict: boolean; submissionId: string }> {
  return inTransaction(async (tx) => {
    const comment = await holdComment(tx, reader, id);
    const { submission, revision, body, spoilsExerciseId } = comment;
    if (comment.authorId !== reader.userId) throw new AppError('forbidden');
    if (submission.cohortId === null) throw new AppError('forbidden');
    if (!isStaffOf(reader, submission.cohortId)) {
      await refuseBanned(tx, reader.userId, submission.cohortId);
    }
    if (revision !== input.revision) return { conflict: true, submissionId: submission.id };
    await tx.submissionCommentRevision.create({ data: { commentId: id, revision, body, spoilsExerciseId } });
    await tx.submissionComment.update({
      where: { id },
      data: {
        ...{ body: input.body, editedAt: new Date(), revision: revision + 1 },
        spoilsExerciseId: await spoiledHere(tx, reader, submission.exerciseId, input),
      },
    });
    await renewPages(tx, comment);
    return { conflict: false, submissionId: submission.id };
  });
}

/**
 * Leaves a stub: text and earlier versions are gone. What staff delete of others is in the audit trail.
 * @returns the submission
 * @throws {AppError} `not-found`; `forbidden` for who is neither its author nor staff
 */
export function deleteComment(reader: Reader, id: string): Promise<string> {
  return inTransaction(async (tx) => {
    const comment = await holdComment(tx, reader, id);
    const { authorId, submission } = comment;
    const { cohortId } = submission;
    const isMine = authorId === reader.userId;
    if (!isMine && (cohortId === null || !isStaffOf(reader, cohortId))) throw new AppError('forbidden');
    await tx.submissionCommentRevision.deleteMany({ where: { commentId: id } });
    await tx.submissionComment.update({
      where: { id },
      data: { body: '', spoilsExerciseId: null, deletedAt: new Date() },
    });
    if (!isMine) await audit(tx, reader, { cohortId, action: 'comment.delete', subject: id });
    await renewPages(tx, comment);
    return submission.id;
  });
}
