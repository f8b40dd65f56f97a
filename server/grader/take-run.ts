import 'server-only';
import type PgBoss from 'pg-boss';
import { inside } from '../jobs/boss';
import type { Lane } from '../jobs/lanes';
import { readLayers } from '../layers/layers';
import { inTransaction } from '../transaction';
import { announce, holdRun, isOver } from './held-run';

/** What a grader needs to grade a run. */
export interface TakenRun {
  exerciseId: string;
  source: string;
  seed: number;
  /** Sources of the learner's library, by exercise: those that the submission was made with. */
  layers: Record<string, string>;
}

/** Marks a run as running. Null, and its job done, when it is over or gone. */
export async function takeRun(boss: PgBoss, lane: Lane, runId: string): Promise<TakenRun | null> {
  return inTransaction(async (tx) => {
    const run = await holdRun(tx, runId);
    if (run === null || isOver(run)) {
      await boss.complete(lane, runId, {}, { db: inside(tx) });
      return null;
    }
    const { seed, submission } = await tx.gradingRun.update({
      where: { id: runId },
      data: { status: 'RUNNING', startedAt: new Date() },
      select: { seed: true, submission: { select: { exerciseId: true, source: true } } },
    });
    const layers = await readLayers(tx, run.submissionId);
    await announce(tx, run);
    return { ...submission, seed: Number(seed), layers };
  });
}
