import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { RunReason } from '@/.generated/prisma/enums';
import { queueScores } from '../lti/score-jobs';
import type { Transaction } from '../transaction';
import { applyFinished, type Finished, NOTHING_YET, overridden, type Standing } from './fold';

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

/** Works the standing out anew from every submission: after a merge of accounts, a regrade, or a change of its override. */
export async function recomputeProgress(tx: Transaction, userId: string, exerciseId: string): Promise<void> {
  await lockProgress(tx, userId, exerciseId);
  await applyFrom(tx, userId, exerciseId, NOTHING_YET);
}

async function applyFrom(tx: Transaction, userId: string, exerciseId: string, before: Standing): Promise<void> {
  const override = await tx.gradeOverride.findUnique({ where: { userId_exerciseId: { userId, exerciseId } } });
  // An overridden row does not say what was graded: that is worked out from the first submission on.
  const from = override === null ? before : NOTHING_YET;
  const finished = await findFinished(tx, { userId, exerciseId, after: from.appliedNumber });
  const graded = finished.reduce(applyFinished, from);
  const { state, bestScore, maxScore, attempts, firstPassedAt, lastAttemptAt, appliedNumber } =
    override === null ? graded : overridden(graded, override);
  await tx.exerciseProgress.update({
    where: { userId_exerciseId: { userId, exerciseId } },
    data: {
      ...{ state, bestScore, maxScore, attempts, firstPassedAt, lastAttemptAt, appliedNumber },
      overriddenAt: override?.createdAt ?? null,
    },
  });
  await queueScores(tx, userId);
}

const RESULT = { passed: true, score: true, maxScore: true } as const;

const WORK = {
  userId: true,
  exerciseId: true,
  number: true,
  afterSolution: true,
  createdAt: true,
  cohort: { select: { countAfterSolution: true } },
  officialRun: { select: RESULT },
} as const;

const WAITS = { reason: 'SUBMISSION', status: { in: ['QUEUED', 'RUNNING'] } } satisfies Prisma.GradingRunWhereInput;

/**
 * Finished submissions, up to the first that is still to be graded for the first time.
 * @param after number of the submission after which to begin
 * @param regradeId as if this regrade had been accepted
 */
export async function findFinished(
  tx: Pick<Transaction, 'submission'>,
  { userId, exerciseId, after, regradeId }: { userId: string; exerciseId: string; after: number; regradeId?: string },
): Promise<Finished[]> {
  const submissions = await tx.submission.findMany({
    where: { userId, exerciseId, number: { gt: after } },
    orderBy: { number: 'asc' },
    select: {
      ...WORK,
      runs: {
        where: { OR: [WAITS, ...(regradeId === undefined ? [] : [{ regradeId, status: 'GRADED' as const }])] },
        select: { ...RESULT, reason: true },
      },
    },
  });
  return untilWaiting(submissions);
}

/** What each learner's standing in each exercise is by their submissions and overrides, as `USER EXERCISE`. */
export async function findStandings(
  tx: Pick<Transaction, 'submission' | 'gradeOverride'>,
  userIds: readonly string[],
): Promise<Map<string, Standing>> {
  const submissions = await tx.submission.findMany({
    where: { userId: { in: [...userIds] } },
    orderBy: { number: 'asc' },
    select: { ...WORK, runs: { where: WAITS, select: { ...RESULT, reason: true } } },
  });
  const works = new Map<string, typeof submissions>();
  for (const submission of submissions) {
    const key = `${submission.userId} ${submission.exerciseId}`;
    const own = works.get(key);
    if (own) own.push(submission);
    else works.set(key, [submission]);
  }
  const standings = new Map(
    [...works].map(([key, own]) => [key, untilWaiting(own).reduce(applyFinished, NOTHING_YET)]),
  );
  for (const override of await tx.gradeOverride.findMany({ where: { userId: { in: [...userIds] } } })) {
    const key = `${override.userId} ${override.exerciseId}`;
    standings.set(key, overridden(standings.get(key) ?? NOTHING_YET, override));
  }
  return standings;
}

interface Work {
  number: number;
  afterSolution: boolean;
  createdAt: Date;
  cohort: { countAfterSolution: boolean } | null;
  officialRun: Result | null;
  /** Of a regrade that is looked at, or waiting for its first grading. */
  runs: (Result & { reason: RunReason })[];
}

interface Result {
  passed: boolean | null;
  score: number | null;
  maxScore: number | null;
}

function untilWaiting(submissions: readonly Work[]): Finished[] {
  const pending = submissions.findIndex(
    ({ officialRun, runs }) => officialRun === null && runs.some(({ reason }) => reason === 'SUBMISSION'),
  );
  return submissions
    .slice(0, pending === -1 ? undefined : pending)
    .map(({ runs, officialRun, cohort, ...submission }) => {
      const run = runs.find(({ reason }) => reason === 'REGRADE') ?? officialRun;
      return {
        number: submission.number,
        handedInAt: submission.createdAt,
        afterSolution: submission.afterSolution,
        countsAfterSolution: cohort?.countAfterSolution ?? false,
        result: run && { passed: run.passed ?? false, score: run.score ?? 0, maxScore: run.maxScore ?? 0 },
      };
    });
}
