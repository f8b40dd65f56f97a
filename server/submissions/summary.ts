import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { RunStatus } from '@/.generated/prisma/enums';
import type { SubmissionSummary } from '@/contracts/learning';

/** Columns of a run that a summary needs. */
const RUN = { id: true, status: true, passed: true, score: true, maxScore: true, exerciseVersion: true } as const;

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

export type SummaryRow = Prisma.SubmissionGetPayload<{ select: typeof SUMMARY_SELECT }>;

const STATUS = { QUEUED: 'queued', RUNNING: 'running', GRADED: 'graded', FAILED: 'failed' } as const satisfies Record<
  RunStatus,
  SubmissionSummary['status']
>;

/** The run that counts. A submission that was being graded while it was read may have its grade and not yet call it official. */
export function runOf({ id, officialRun, runs }: Pick<SummaryRow, 'id' | 'officialRun' | 'runs'>) {
  const run = officialRun ?? runs[0];
  if (run === undefined) throw new Error(`Submission ${id} has no run.`);
  return run;
}

export function toSummary({ exerciseId, officialRun, runs, createdAt, ...row }: SummaryRow): SubmissionSummary {
  const run = runOf({ id: row.id, officialRun, runs });
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
