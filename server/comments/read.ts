import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { Comment, Comments } from '@/contracts/comment';
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
  const toComment = ({ id, authorId, body, spoilsExerciseId, createdAt }: (typeof comments)[number]): Comment => ({
    id,
    author: (authorId !== null && people.get(authorId)) || null,
    body:
      isStaff || authorId === reader.userId || spoilsExerciseId === null || reader.opened.includes(spoilsExerciseId)
        ? body
        : null,
    createdAt: createdAt.toISOString(),
  });
  return {
    comments: comments
      .filter(({ rootId }) => rootId === null)
      .toSorted((a, b) => a.lineFrom - b.lineFrom)
      .map((root) => ({
        ...toComment(root),
        ...{ from: root.lineFrom, to: root.lineTo },
        answers: comments.filter(({ rootId }) => rootId === root.id).map(toComment),
      })),
    may: {
      begin: isStaff,
      answer: isStaff || (cohortId !== null && (await findBan(db, reader.userId, cohortId)) === null),
    },
  };
}
