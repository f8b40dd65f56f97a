import 'server-only';
import type PgBoss from 'pg-boss';
import { db } from '../db';
import { inside } from '../jobs/boss';
import type { Lane } from '../jobs/lanes';
import { inTransaction } from '../transaction';
import { announce, holdRun, isOver } from './held-run';

/** What a grader needs to grade a run. */
export interface TakenRun {
  exerciseId: string;
  source: string;
  seed: number;
}

/** Marks a run as running. Null, and its job done, when it is over or gone. */
export async function takeRun(boss: PgBoss, lane: Lane, runId: string): Promise<TakenRun | null> {
  const isOurs = await inTransaction(async (tx) => {
    const run = await holdRun(tx, runId);
    if (run === null || isOver(run)) {
      await boss.complete(lane, runId, {}, { db: inside(tx) });
      return false;
    }
    await tx.gradingRun.update({ where: { id: runId }, data: { status: 'RUNNING', startedAt: new Date() } });
    await announce(tx, run);
    return true;
  });
  if (!isOurs) return null;
  const { seed, submission } = await db.gradingRun.findUniqueOrThrow({
    where: { id: runId },
    select: { seed: true, submission: { select: { exerciseId: true, source: true } } },
  });
  return { ...submission, seed: Number(seed) };
}
