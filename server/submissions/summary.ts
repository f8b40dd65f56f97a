import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { RunStatus } from '@/.generated/prisma/enums';
import type { SubmissionSummary } from '@/contracts/learning';

/** Columns of a run that a summary needs. */
const RUN = { status: true, passed: true, score: true, maxScore: true, exerciseVersion: true } as const;

/** Columns of a submission that a summary needs; of its runs the official one, else its first: a regrade shows once it is accepted. */
export const SUMMARY_SELECT = {
  id: true,
  exerciseId: true,
  number: true,
  afterSolution: true,
  createdAt: true,
  officialRun: { select: RUN },
  runs: { where: { reason: 'SUBMISSION' }, select: RUN, take: 1 },
} as const satisfies Prisma.SubmissionSelect;

type Row = Prisma.SubmissionGetPayload<{ select: typeof SUMMARY_SELECT }>;

const STATUS = { QUEUED: 'queued', RUNNING: 'running', GRADED: 'graded', FAILED: 'failed' } as const satisfies Record<
  RunStatus,
  SubmissionSummary['status']
>;

export function toSummary({ exerciseId, officialRun, runs, createdAt, ...row }: Row): SubmissionSummary {
  const run = officialRun ?? runs[0];
  if (run === undefined) throw new Error(`Submission ${row.id} has no run.`);
  return {
    id: row.id,
    exercise: exerciseId,
    number: row.number,
    status: STATUS[run.status],
    passed: run.passed,
    score: run.score,
    maxScore: run.maxScore,
    afterSolution: row.afterSolution,
    version: run.exerciseVersion,
    createdAt: createdAt.toISOString(),
  };
}
