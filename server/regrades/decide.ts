import 'server-only';
import type { Regrade } from '@/contracts/regrade';
import type { KnownViewer } from '../accounts/policies';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { notify } from '../notifications/notify';
import { recomputeProgress } from '../progress/exercise-progress';
import { SUMMARY_SELECT, toSummary } from '../submissions/summary';
import { inTransaction, type Transaction } from '../transaction';
import { readRegrade } from './read';

/** Room for the standings of some thousand learners. */
const TIMEOUT_MS = 120_000;

/**
 * Makes the results of a regrade count, all of them at once, and tells their learners.
 *
 * @throws {AppError} `not-found`; `conflict` while some are still to be graded, after a decision, and when the exercise
 *   has changed since
 */
export async function acceptRegrade(viewer: KnownViewer, id: string): Promise<Regrade> {
  const { exercise, isOutdated, waiting } = await readRegrade(viewer, id);
  if (isOutdated || waiting > 0) throw new AppError('conflict');
  await inTransaction(
    async (tx) => {
      await holdUndecided(tx, id);
      await decide(tx, viewer, id, 'ACCEPTED');
      const changed = await makeOfficial(tx, id);
      // In one order for everybody, so that two acceptances never wait for each other.
      const learners = [...new Set(changed.map(({ userId }) => userId))].toSorted();
      for (const userId of learners) await recomputeProgress(tx, userId, exercise);
      for (const userId of learners) {
        await tell(
          tx,
          userId,
          changed.filter((submission) => submission.userId === userId),
        );
      }
    },
    { timeout: TIMEOUT_MS },
  );
  return readRegrade(viewer, id);
}

/**
 * Drops a regrade, at any time before a decision. What is graded is kept, what is not is left ungraded.
 * @throws {AppError} `not-found`; `conflict` after a decision
 */
export async function discardRegrade(viewer: KnownViewer, id: string): Promise<Regrade> {
  await readRegrade(viewer, id);
  await inTransaction(async (tx) => {
    await holdUndecided(tx, id);
    await decide(tx, viewer, id, 'DISCARDED');
    // Their jobs end by themselves: a grader that takes one up finds its run over.
    await tx.gradingRun.updateMany({
      where: { regradeId: id, status: 'QUEUED' },
      data: { status: 'FAILED', finishedAt: new Date() },
    });
  });
  return readRegrade(viewer, id);
}

async function holdUndecided(tx: Transaction, id: string): Promise<void> {
  const [held] = await tx.$queryRaw<{ isDecided: boolean }[]>`
    SELECT decision IS NOT NULL AS "isDecided" FROM regrade WHERE id = ${id} FOR UPDATE`;
  if (held === undefined) throw new AppError('not-found');
  if (held.isDecided) throw new AppError('conflict');
}

async function decide(tx: Transaction, viewer: KnownViewer, id: string, decision: 'ACCEPTED' | 'DISCARDED') {
  await tx.regrade.update({ where: { id }, data: { decision, decidedById: viewer.id, decidedAt: new Date() } });
}

/** Submissions whose official run is another one now. Each new run notes which one it replaced. */
async function makeOfficial(tx: Transaction, id: string): Promise<{ id: string; userId: string }[]> {
  await tx.$executeRaw`
    UPDATE grading_run r SET replaced_run_id = s.official_run_id FROM submission s
    WHERE s.id = r.submission_id AND r.regrade_id = ${id} AND r.status = 'GRADED'`;
  return tx.$queryRaw<{ id: string; userId: string }[]>`
    UPDATE submission s SET official_run_id = r.id FROM grading_run r
    WHERE r.submission_id = s.id AND r.regrade_id = ${id} AND r.status = 'GRADED'
    RETURNING s.id, s.user_id AS "userId"`;
}

async function tell(tx: Transaction, userId: string, submissions: readonly { id: string }[]): Promise<void> {
  const rows = await tx.submission.findMany({
    where: { id: { in: submissions.map(({ id }) => id) } },
    orderBy: { number: 'asc' },
    select: SUMMARY_SELECT,
  });
  // One line, about the latest of them.
  const about = rows.slice(-1).map(({ id }) => ({ kind: 'regrade' as const, submissionId: id }));
  const told = await notify(
    tx,
    about.map((notice) => ({ ...notice, actorId: null, recipients: [userId] })),
  );
  await appendEvents(tx, userId, [
    ...rows.map((row) => ({ type: 'submission' as const, submission: toSummary(row) })),
    { type: 'progress' },
    ...told.map(() => ({ type: 'inbox' as const })),
  ]);
}
