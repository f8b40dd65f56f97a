import 'server-only';
import { randomInt } from 'node:crypto';
import type { Prisma } from '@/.generated/prisma/client';
import type { Regrade, RegradeInput } from '@/contracts/regrade';
import { canRegrade, type KnownViewer } from '../accounts/policies';
import { pool } from '../db';
import { AppError } from '../errors';
import { getExercise } from '../exercise-manifest';
import { createBoss, sendGradeJobs } from '../jobs/boss';
import { PRIORITY } from '../jobs/lanes';
import { SEEDS } from '../submissions/seeds';
import { inTransaction } from '../transaction';
import { readRegrade } from './read';

const boss = createBoss(pool);

/** Room for the runs and jobs of some ten thousand submissions. */
const TIMEOUT_MS = 120_000;

/**
 * Queues past submissions for the present version of their exercise, each with the seed that it had: what differs then
 * is the version's doing. Null when there is none of the kind.
 *
 * @throws {AppError} `forbidden` for who may not change these grades; `not-found` for an unknown exercise
 */
export async function startRegrade(viewer: KnownViewer, input: RegradeInput): Promise<Regrade | null> {
  if (!canRegrade(viewer, input.cohort)) throw new AppError('forbidden');
  const { version } = await getExercise(input.exercise);
  const id = await inTransaction(
    async (tx) => {
      const submissions = await tx.submission.findMany({
        where: chosen(input, version),
        orderBy: { createdAt: 'asc' },
        select: { id: true, runs: { where: { reason: 'SUBMISSION' }, select: { seed: true }, take: 1 } },
      });
      if (submissions.length === 0) return null;
      const { id: regradeId } = await tx.regrade.create({
        data: {
          exerciseId: input.exercise,
          exerciseVersion: version,
          cohortId: input.cohort,
          reason: input.reason,
          createdById: viewer.id,
        },
        select: { id: true },
      });
      const runs = await tx.gradingRun.createManyAndReturn({
        data: submissions.map((submission) => ({
          submissionId: submission.id,
          regradeId,
          reason: 'REGRADE',
          exerciseVersion: version,
          seed: submission.runs[0]?.seed ?? BigInt(randomInt(SEEDS)),
        })),
        select: { id: true },
      });
      await sendGradeJobs(
        boss,
        tx,
        // Never in the way of somebody who waits for a verdict, and in no more than half of a grader's slots.
        runs.map((run) => ({ lane: 'grade-long', runId: run.id, priority: PRIORITY.regrade })),
      );
      return regradeId;
    },
    { timeout: TIMEOUT_MS },
  );
  return id === null ? null : readRegrade(viewer, id);
}

/** Submissions whose first grading is over. */
function chosen({ exercise, cohort, which }: RegradeInput, version: string): Prisma.SubmissionWhereInput {
  return {
    exerciseId: exercise,
    ...(cohort === null ? {} : { cohortId: cohort }),
    runs: { none: { reason: 'SUBMISSION', status: { in: ['QUEUED', 'RUNNING'] } } },
    ...(which === 'all'
      ? {}
      : { OR: [{ officialRunId: null }, { officialRun: { exerciseVersion: { not: version } } }] }),
  };
}
