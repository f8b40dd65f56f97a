import 'server-only';
import { pool } from '../db';
import { createBoss, inside } from '../jobs/boss';
import type { Transaction } from '../transaction';

/** Web processes work on it: graders have no AUTH_SECRET. Its queue is in the migrations. */
export const SCORES_QUEUE = 'lti-scores';

/** Learners whose scores may differ from what platforms have; null: everybody's of the cohort. */
export interface ScoresJob {
  cohortId: string;
  userId: string | null;
}

/** Tried again after 30 seconds, doubled each time: for about seventeen hours. Beyond that the sweep goes on. */
const JOB = { retryLimit: 11, retryDelay: 30, retryBackoff: true, expireInSeconds: 600 } as const;

export const boss = createBoss(pool);

/** A learner's grades may have changed, as part of the transaction that changed them. Nothing where no platform takes any. */
export async function queueScores(tx: Transaction, userId: string): Promise<void> {
  const cohorts = await tx.enrolment.findMany({
    where: { userId, role: 'LEARNER', cohort: { archivedAt: null, ltiContexts: { some: {} } } },
    select: { cohortId: true },
  });
  await send(
    tx,
    cohorts.map(({ cohortId }) => ({ cohortId, userId })),
  );
}

/** Everybody's grades in a cohort may have changed. */
export function queueCohortScores(tx: Transaction, cohortId: string): Promise<void> {
  return send(tx, [{ cohortId, userId: null }]);
}

/**
 * Looks at every linked cohort again: what changes a total without any write (a due date that passed), and what no job could
 * deliver. One that waits already is enough.
 */
export async function queueAllScores(tx: Transaction): Promise<void> {
  const cohorts = await tx.$queryRaw<{ cohortId: string }[]>`
    SELECT DISTINCT c.id AS "cohortId" FROM cohort c JOIN lti_context x ON x.cohort_id = c.id
    WHERE c.archived_at IS NULL AND NOT EXISTS (
      SELECT FROM pgboss.job j WHERE j.name = ${SCORES_QUEUE} AND j.state < 'active'
        AND j.data->>'cohortId' = c.id AND j.data->>'userId' IS NULL)`;
  await send(
    tx,
    cohorts.map(({ cohortId }) => ({ cohortId, userId: null })),
  );
}

async function send(tx: Transaction, jobs: readonly ScoresJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await boss.insert(
    jobs.map((data) => ({ name: SCORES_QUEUE, data, ...JOB })),
    { db: inside(tx) },
  );
}
