import 'server-only';
import type PgBoss from 'pg-boss';
import { db } from '../db';
import { LANES, type Lane } from '../jobs/lanes';
import { logger } from '../logger';
import { inTransaction, type Transaction } from '../transaction';
import { holdRun, isOver } from './held-run';
import { giveUp, putBackIn, requeue } from './put-back';

interface Unfinished {
  runId: string;
  isRunning: boolean;
  lane: Lane | null;
  job: 'waits' | 'active' | 'over';
  /** Handed out long enough ago that its grader must have marked it. */
  isSettled: boolean;
}

/**
 * Mends what a killed grader left: runs that are marked as running, or whose job is, while nobody holds their lock go
 * back into their lane; runs whose job is over, or gone, without a result have failed. Safe to run anywhere, any time.
 */
export async function sweep(boss: PgBoss): Promise<number> {
  const unfinished = await db.$queryRaw<Unfinished[]>`
    SELECT r.id AS "runId", r.status = 'RUNNING' AS "isRunning", j.name AS lane,
      CASE WHEN j.state IN ('created', 'retry') THEN 'waits' WHEN j.state = 'active' THEN 'active' ELSE 'over' END AS job,
      COALESCE(j.started_on < now() - interval '15 seconds', true) AS "isSettled"
    FROM grading_run r LEFT JOIN pgboss.job j ON j.name = ANY(${[...LANES]}::text[]) AND j.id = r.id::uuid
    WHERE r.status IN ('QUEUED', 'RUNNING')`;
  let mended = 0;
  for (const run of unfinished) {
    if (!needsMending(run)) continue;
    const done = await inTransaction((tx) => mend(tx, boss, run));
    if (!done) continue;
    mended += 1;
    logger.warn(run, 'mended a run that nobody was grading');
  }
  return mended;
}

function needsMending({ isRunning, job, isSettled }: Unfinished): boolean {
  return job === 'over' || isRunning || (job === 'active' && isSettled);
}

async function mend(tx: Transaction, boss: PgBoss, { runId, lane, job }: Unfinished): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ isFree: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('run:' || ${runId}, 0)) AS "isFree"`;
  if (!lock?.isFree) return false;
  if (job === 'active' && lane !== null) return putBackIn(tx, boss, { lane, runId, reason: 'grader-died' });
  const run = await holdRun(tx, runId);
  if (run === null || isOver(run)) return false;
  await (job === 'waits' ? requeue(tx, run) : giveUp(tx, run));
  return true;
}
