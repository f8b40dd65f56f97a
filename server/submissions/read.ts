import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { Submission, SubmissionSummary } from '@/contracts/learning';
import { type Audience, redactReport } from '@/grading/redact';
import { type Report, ReportSchema } from '@/grading/report';
import { db } from '../db';
import { AppError } from '../errors';
import { runOf, SUMMARY_SELECT, type SummaryRow, toSummary } from './summary';

/** Newest submissions that a history shows. */
const HISTORY = 500;

const REPORT_SELECT = {
  exerciseVersion: true,
  passed: true,
  score: true,
  maxScore: true,
  ms: true,
  device: true,
  problem: true,
  console: true,
  checks: { select: { result: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.GradingRunSelect;

/** Whose submissions: `viewedIn`, only those of that cohort. */
interface Owner {
  id: string;
  viewedIn?: string;
}

const ownedBy = ({ id, viewedIn }: Owner): Prisma.SubmissionWhereInput => ({
  userId: id,
  ...(viewedIn !== undefined && { cohortId: viewedIn }),
});

/** The viewer's own submissions of one exercise, newest first. */
export async function listSubmissions(viewer: Owner, exerciseId: string): Promise<SubmissionSummary[]> {
  const rows = await db.submission.findMany({
    where: { AND: [ownedBy(viewer), { exerciseId }] },
    orderBy: { number: 'desc' },
    take: HISTORY,
    select: SUMMARY_SELECT,
  });
  return rows.map(toSummary);
}

/**
 * One of the viewer's own submissions, with its report as a learner may see it.
 * @throws {AppError} `not-found`, also for somebody else's.
 */
export async function getSubmission(viewer: Owner, id: string): Promise<Submission> {
  const row = await db.submission.findFirst({
    where: { AND: [ownedBy(viewer), { id }] },
    select: { ...SUMMARY_SELECT, source: true },
  });
  if (row === null) throw new AppError('not-found');
  return { ...toSummary(row), source: row.source, report: await readReport(row, 'learner') };
}

/**
 * The report of a submission's grade as this audience may see it; null while there is none. Read by the run that the summary
 * tells of, so that what is called graded has its report.
 */
export async function readReport(row: SummaryRow, audience: Audience): Promise<Report | null> {
  const { id, status } = runOf(row);
  if (status !== 'GRADED') return null;
  const run = await db.gradingRun.findUniqueOrThrow({ where: { id }, select: REPORT_SELECT });
  return redactReport(toReport(row.exerciseId, run), audience);
}

type RunRow = Prisma.GradingRunGetPayload<{ select: typeof REPORT_SELECT }>;

function toReport(exercise: string, { exerciseVersion, checks, problem, ...run }: RunRow): Report {
  return ReportSchema.parse({
    ...run,
    exercise,
    version: exerciseVersion,
    authority: 'verified',
    checks: checks.map(({ result }) => result),
    ...(problem === null ? {} : { problem }),
  });
}
