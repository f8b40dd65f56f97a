import 'server-only';
import type PgBoss from 'pg-boss';
import { inside } from '../jobs/boss';
import { GRADE_CHANNEL, type Lane } from '../jobs/lanes';
import { applyResults } from '../progress/exercise-progress';
import { inTransaction, type Transaction } from '../transaction';
import { announce, type HeldRun, holdRun, isOver } from './held-run';

/**
 * Why a run goes back into its lane: `stopping` costs it nothing; `grader-died` and `error` count as a try, and after
 * the last one it has failed and is shown so.
 */
export type PutBackReason = 'stopping' | 'grader-died' | 'error';

/** @returns false when there was nothing to put back: the run is over, or gone. */
export async function putBack(
  boss: PgBoss,
  { lane, runId, reason, message }: { lane: Lane; runId: string; reason: PutBackReason; message?: string },
): Promise<boolean> {
  return inTransaction((tx) => putBackIn(tx, boss, { lane, runId, reason, message }));
}

/** {@link putBack} as part of a transaction. */
export async function putBackIn(
  tx: Transaction,
  boss: PgBoss,
  { lane, runId, reason, message }: { lane: Lane; runId: string; reason: PutBackReason; message?: string },
): Promise<boolean> {
  const run = await holdRun(tx, runId);
  if (run === null || isOver(run)) return false;
  if (reason !== 'stopping') await boss.fail(lane, runId, { reason, message }, { db: inside(tx) });
  // Neither a grader that stops nor one that died says anything about the submission: no need to wait.
  if (reason !== 'error') await makeDue(tx, lane, runId, reason === 'stopping');
  const [job] = await tx.$queryRaw<{ waits: boolean }[]>`
    SELECT state IN ('created', 'retry') AS waits FROM pgboss.job WHERE name = ${lane} AND id = ${runId}::uuid`;
  if (job?.waits) await requeue(tx, run);
  else await giveUp(tx, run);
  return true;
}

/** Records that a run could not be graded. */
export async function giveUp(tx: Transaction, run: HeldRun): Promise<void> {
  await tx.gradingRun.update({ where: { id: run.id }, data: { status: 'FAILED', finishedAt: new Date() } });
  if (!run.isRegrade) await applyResults(tx, run.userId, run.exerciseId);
  await announce(tx, run);
}

export async function requeue(tx: Transaction, run: HeldRun): Promise<void> {
  await tx.gradingRun.update({ where: { id: run.id }, data: { status: 'QUEUED', startedAt: null } });
  await tx.$executeRaw`SELECT pg_notify(${GRADE_CHANNEL}, '')`;
  await announce(tx, run);
}

/** pg-boss counts a try when it hands out a job that was started before: a job whose start is forgotten costs none. */
async function makeDue(tx: Transaction, lane: Lane, runId: string, isFree: boolean): Promise<void> {
  if (isFree) {
    await tx.$executeRaw`
      UPDATE pgboss.job SET state = 'retry', started_on = NULL
      WHERE name = ${lane} AND id = ${runId}::uuid AND state = 'active'`;
  }
  await tx.$executeRaw`
    UPDATE pgboss.job SET start_after = now() WHERE name = ${lane} AND id = ${runId}::uuid AND state = 'retry'`;
}
