import 'server-only';
import type { Transaction } from '../transaction';
import { applyFinished, type Finished, NOTHING_YET, type Standing } from './fold';

/**
 * The learner's row of one exercise, made if there is none and held until the commit: whoever numbers a submission,
 * applies a result or opens help does so one after the other.
 */
export async function lockProgress(tx: Transaction, userId: string, exerciseId: string) {
  await tx.$executeRaw`
    INSERT INTO exercise_progress (user_id, exercise_id, updated_at) VALUES (${userId}, ${exerciseId}, now())
    ON CONFLICT (user_id, exercise_id) DO UPDATE SET updated_at = now()`;
  return tx.exerciseProgress.findUniqueOrThrow({ where: { userId_exerciseId: { userId, exerciseId } } });
}

/**
 * Takes finished submissions into the row, in the order of their numbers: one that finished early waits for those
 * before it, so that a standing never depends on which grader was faster.
 */
export async function applyResults(tx: Transaction, userId: string, exerciseId: string): Promise<void> {
  await applyFrom(tx, userId, exerciseId, await lockProgress(tx, userId, exerciseId));
}

/** Works the standing out anew from every submission: after a merge of accounts or a regrade. */
export async function recomputeProgress(tx: Transaction, userId: string, exerciseId: string): Promise<void> {
  await lockProgress(tx, userId, exerciseId);
  await applyFrom(tx, userId, exerciseId, NOTHING_YET);
}

async function applyFrom(tx: Transaction, userId: string, exerciseId: string, before: Standing): Promise<void> {
  const { state, bestScore, maxScore, attempts, firstPassedAt, appliedNumber } = (
    await findFinished(tx, userId, exerciseId, before.appliedNumber)
  ).reduce(applyFinished, before);
  await tx.exerciseProgress.update({
    where: { userId_exerciseId: { userId, exerciseId } },
    data: { state, bestScore, maxScore, attempts, firstPassedAt, appliedNumber },
  });
}

/** Finished submissions after `number`, up to the first that is still to be graded. */
async function findFinished(tx: Transaction, userId: string, exerciseId: string, number: number): Promise<Finished[]> {
  const submissions = await tx.submission.findMany({
    where: { userId, exerciseId, number: { gt: number } },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      afterSolution: true,
      cohort: { select: { countAfterSolution: true } },
      officialRun: { select: { passed: true, score: true, maxScore: true, finishedAt: true } },
      runs: { where: { status: { in: ['QUEUED', 'RUNNING'] } }, select: { id: true } },
    },
  });
  const pending = submissions.findIndex(({ officialRun, runs }) => officialRun === null && runs.length > 0);
  return submissions.slice(0, pending === -1 ? undefined : pending).map(({ officialRun, cohort, ...submission }) => ({
    number: submission.number,
    afterSolution: submission.afterSolution,
    countsAfterSolution: cohort?.countAfterSolution ?? false,
    result: officialRun && {
      passed: officialRun.passed ?? false,
      score: officialRun.score ?? 0,
      maxScore: officialRun.maxScore ?? 0,
      finishedAt: officialRun.finishedAt ?? new Date(),
    },
  }));
}
