import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { Comment, CommentRevisions, Comments } from '@/contracts/comment';
import { db } from '../db';
import { findBan } from '../discussion/bans';
import { findPeople } from '../discussion/people';
import { isStaffOf, type Reader } from '../discussion/reader';
import { AppError } from '../errors';

/** Submissions whose comments the reader sees: their own, and those of cohorts that they assist or teach in. */
export function commentedFor(reader: Reader): Prisma.SubmissionWhereInput {
  if (reader.isAdmin) return {};
  return { OR: [{ userId: reader.userId }, { cohortId: { in: [...reader.staffOf] } }] };
}

/**
 * Comments on a submission, by line. Of one that gives a solution away the learner gets the text once that is open to them.
 * @throws {AppError} `not-found`, also for a submission that is none of the reader's business
 */
export async function readComments(reader: Reader, submissionId: string): Promise<Comments> {
  const submission = await db.submission.findFirst({
    where: { AND: [commentedFor(reader), { id: submissionId }] },
    select: {
      userId: true,
      cohortId: true,
      comments: { orderBy: { id: 'asc' }, omit: { clientId: true, submissionId: true } },
    },
  });
  if (submission === null) throw new AppError('not-found');
  const { cohortId, comments } = submission;
  const isStaff = cohortId !== null && isStaffOf(reader, cohortId);
  const people = await findPeople(
    cohortId === null ? [] : [cohortId],
    comments.map(({ authorId }) => authorId),
  );
  const mayAnswer = isStaff || (cohortId !== null && (await findBan(db, reader.userId, cohortId)) === null);
  const toComment = ({ id, authorId, body, revision, ...row }: (typeof comments)[number]): Comment => {
    const isMine = authorId === reader.userId;
    const isThere = row.deletedAt === null;
    return {
      ...{ id, revision },
      author: (authorId !== null && people.get(authorId)) || null,
      body: isThere && (isStaff || isOpen(reader, { authorId, ...row })) ? body : null,
      spoils: row.spoilsExerciseId !== null,
      createdAt: row.createdAt.toISOString(),
      editedAt: row.editedAt?.toISOString() ?? null,
      deletedAt: row.deletedAt?.toISOString() ?? null,
      may: { edit: isThere && isMine && mayAnswer, delete: isThere && (isMine || isStaff) },
    };
  };
  return {
    comments: comments
      .filter(({ rootId }) => rootId === null)
      .toSorted((a, b) => a.lineFrom - b.lineFrom)
      .map((root) => ({
        ...toComment(root),
        ...{ from: root.lineFrom, to: root.lineTo },
        answers: comments.filter(({ rootId }) => rootId === root.id).map(toComment),
      })),
    may: { begin: isStaff, answer: mayAnswer },
  };
}

/** Whether the learner may read the words, as the author or since the exercise whose solution they hold is open to them. */
function isOpen(
  reader: Reader,
  { authorId, spoilsExerciseId }: { authorId: string | null; spoilsExerciseId: string | null },
): boolean {
  return authorId === reader.userId || spoilsExerciseId === null || reader.opened.includes(spoilsExerciseId);
}

/**
 * Earlier versions of a comment that the reader may read, the newest first. One that gave a solution away is left out for whom it
 * is not open to.
 * @throws {AppError} `not-found`, also for a comment that is deleted or holds a solution that is not open to the reader
 */
export async function readCommentRevisions(reader: Reader, id: string): Promise<CommentRevisions['revisions']> {
  const comment = await db.submissionComment.findFirst({
    where: { id, deletedAt: null, submission: commentedFor(reader) },
    select: {
      authorId: true,
      spoilsExerciseId: true,
      submission: { select: { cohortId: true } },
      revisions: { orderBy: { revision: 'desc' } },
    },
  });
  if (comment === null) throw new AppError('not-found');
  const { authorId, submission, revisions } = comment;
  const isStaff = submission.cohortId !== null && isStaffOf(reader, submission.cohortId);
  if (!isStaff && !isOpen(reader, comment)) throw new AppError('not-found');
  return revisions
    .filter(({ spoilsExerciseId }) => isStaff || isOpen(reader, { authorId, spoilsExerciseId }))
    .map(({ revision, body, createdAt }) => ({ revision, body, createdAt: createdAt.toISOString() }));
}
