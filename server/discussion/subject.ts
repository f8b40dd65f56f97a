import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { Snapshot, Subject } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import { readReport } from '../submissions/read';
import { SUMMARY_SELECT, toSummary } from '../submissions/summary';
import { findPeople } from './people';
import { isStaffOf, type Reader } from './reader';
import { postsShownTo, threadsVisibleTo } from './visible';

/** Lines that are shown before and after those that a thread is about. */
const AROUND = 3;

const SUBMISSION_SELECT = {
  ...SUMMARY_SELECT,
  userId: true,
  source: true,
} as const satisfies Prisma.SubmissionSelect;

type Row = Prisma.SubmissionGetPayload<{ select: typeof SUBMISSION_SELECT }>;

/** Whoever reads it sees of hidden checks what the submission's own learner sees. */
const reportOf = (submission: Row) => readReport(submission, 'learner');

/**
 * What a thread on a check or on lines of a submission is about; null where there is nothing (any more).
 * @throws {AppError} `not-found`
 */
export async function readSubject(reader: Reader, threadId: string): Promise<Subject | null> {
  const thread = await db.thread.findFirst({
    where: { AND: [threadsVisibleTo(reader), { id: threadId }] },
    select: {
      anchor: true,
      cohortId: true,
      checkId: true,
      lineFrom: true,
      lineTo: true,
      submission: { select: SUBMISSION_SELECT },
    },
  });
  if (thread === null) throw new AppError('not-found');
  const { anchor, cohortId, submission } = thread;
  if (submission === null || (anchor !== 'CHECK' && anchor !== 'LINES')) return null;
  const people = await findPeople([cohortId], [submission.userId]);
  const about = { exercise: submission.exerciseId, author: people.get(submission.userId) ?? null };
  if (anchor === 'CHECK') {
    const report = await reportOf(submission);
    const check = report?.checks.find(({ id }) => id === thread.checkId);
    return check === undefined ? null : { kind: 'check', ...about, check };
  }
  if (spoils(reader, cohortId, submission)) return { kind: 'spoiler', exercise: submission.exerciseId };
  const first = Math.max(1, (thread.lineFrom ?? 1) - AROUND);
  const lines = submission.source.split('\n').slice(first - 1, (thread.lineTo ?? 1) + AROUND);
  return { kind: 'lines', ...about, first, text: lines.join('\n') };
}

/** As `visible.ts` has it for posts about these lines. */
function spoils(reader: Reader, cohortId: string, { userId, exerciseId, officialRun }: Row): boolean {
  const mayKnow = userId === reader.userId || isStaffOf(reader, cohortId) || reader.opened.includes(exerciseId);
  return !mayKnow && officialRun?.passed !== false;
}

/**
 * The submission that a post shows.
 * @throws {AppError} `not-found`, also for a post that is not shown to the reader
 */
export async function readSnapshot(reader: Reader, postId: string): Promise<Snapshot> {
  const post = await db.post.findFirst({
    where: { AND: [postsShownTo(reader), { id: postId, submissionId: { not: null } }] },
    select: { submission: { select: SUBMISSION_SELECT } },
  });
  if (!post?.submission) throw new AppError('not-found');
  const { submission } = post;
  return { ...toSummary(submission), source: submission.source, report: await reportOf(submission) };
}
