import 'server-only';
import type { RunStatus } from '@/.generated/prisma/enums';
import { appendEvents } from '../events/outbox';
import { lockProgress } from '../progress/exercise-progress';
import { SUMMARY_SELECT, toSummary } from '../submissions/summary';
import type { Transaction } from '../transaction';

/** A run and whose it is, held until the commit. */
export interface HeldRun {
  id: string;
  status: RunStatus;
  /** Changes nothing for the learner until its regrade is accepted. */
  isRegrade: boolean;
  submissionId: string;
  userId: string;
  exerciseId: string;
}

/**
 * Holds a run, its submission and the learner's progress against everybody else who would change them. Null when the
 * run is gone with its learner.
 */
export async function holdRun(tx: Transaction, runId: string): Promise<HeldRun | null> {
  const [held] = await tx.$queryRaw<HeldRun[]>`
    SELECT r.id, r.status::text AS status, r.reason = 'REGRADE' AS "isRegrade", s.id AS "submissionId", s.user_id AS "userId", s.exercise_id AS "exerciseId"
    FROM grading_run r JOIN submission s ON s.id = r.submission_id
    WHERE r.id = ${runId}
    FOR UPDATE`;
  if (held === undefined) return null;
  await lockProgress(tx, held.userId, held.exerciseId);
  return held;
}

export function isOver({ status }: HeldRun): boolean {
  return status === 'GRADED' || status === 'FAILED';
}

/** Tells the learner's pages where the submission stands now; of a regrade nothing. Last statement of a transaction. */
export async function announce(tx: Transaction, run: HeldRun): Promise<void> {
  if (run.isRegrade) return;
  const row = await tx.submission.findUniqueOrThrow({ where: { id: run.submissionId }, select: SUMMARY_SELECT });
  const submission = toSummary(row);
  const isNews = submission.status === 'graded' || submission.status === 'failed';
  await appendEvents(tx, run.userId, [
    { type: 'submission', submission },
    ...(isNews ? [{ type: 'progress' } as const] : []),
  ]);
}
