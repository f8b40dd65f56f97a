import 'server-only';
import type pg from 'pg';
import PgBoss from 'pg-boss';
import type { Transaction } from '../transaction';
import { EXPIRE_SECONDS, GRADE_CHANNEL, type Lane, RETRY } from './lanes';

/** A job names the run to grade, and has its id. */
export interface GradeJob {
  runId: string;
}

/** pg-boss's statements as part of a transaction of ours. */
export function inside(tx: Transaction): PgBoss.Db {
  return {
    executeSql: async (sql, values) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(sql, ...values) }),
  };
}

/** pg-boss on the process's own connections. It starts no timers until `start()`. */
export function createBoss(pool: pg.Pool): PgBoss {
  return new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    // Its tables are part of our migrations.
    migrate: false,
    schedule: false,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
}

/** A run to queue. `priority`: the higher goes first within its lane. */
export interface QueuedRun {
  lane: Lane;
  runId: string;
  priority: number;
}

/** Queues runs inside `tx`: rolled back with it, visible to graders with its commit. */
export async function sendGradeJobs(boss: PgBoss, tx: Transaction, runs: readonly QueuedRun[]): Promise<void> {
  await boss.insert(
    runs.map(({ lane, runId, priority }) => ({
      name: lane,
      data: { runId } satisfies GradeJob,
      id: runId,
      priority,
      expireInSeconds: EXPIRE_SECONDS[lane],
      ...RETRY,
    })),
    { db: inside(tx) },
  );
  await tx.$executeRaw`SELECT pg_notify(${GRADE_CHANNEL}, '')`;
}
