import 'server-only';
import * as z from 'zod';
import type { StaffSubmission } from '@/contracts/cohort-learner';
import type { KnownViewer } from '../accounts/policies';
import { readComments } from '../comments/read';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { findReader } from '../discussion/reader';
import { AppError } from '../errors';
import { readReport } from '../submissions/read';
import { SUMMARY_SELECT, toSummary } from '../submissions/summary';
import { staffedBy } from './access';

const REASON = { SUBMISSION: 'submission', REGRADE: 'regrade' } as const;

const PageVerdictSchema = z.object({ backend: z.string() });

/**
 * One submission of a cohort, with every grading of it and the one before it. The look is written to the audit trail.
 * @throws {AppError} `not-found`, also for one that was made in no cohort of the viewer's
 */
export async function readStaffSubmission(viewer: KnownViewer, cohortId: string, id: string): Promise<StaffSubmission> {
  const row = await db.submission.findFirst({
    where: { id, cohort: { AND: [staffedBy(viewer), { id: cohortId }] } },
    select: {
      ...SUMMARY_SELECT,
      source: true,
      pageVerdict: true,
      verdictsDiffer: true,
      officialRunId: true,
      user: { select: { id: true, name: true } },
    },
  });
  if (row === null) throw new AppError('not-found');
  const { user, exerciseId, number, source, officialRunId, verdictsDiffer } = row;
  const detail = { submission: id, exercise: exerciseId, number };
  await audit(db, { userId: viewer.id }, { cohortId, action: 'submission.look', subject: user.id, detail });
  const siblings = { userId: user.id, exerciseId, cohortId };
  const [report, runs, previous, next, comments] = await Promise.all([
    readReport(row, 'staff'),
    db.gradingRun.findMany({
      where: { submissionId: id },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        reason: true,
        exerciseVersion: true,
        seed: true,
        passed: true,
        score: true,
        maxScore: true,
        finishedAt: true,
      },
    }),
    db.submission.findFirst({
      where: { ...siblings, number: { lt: number } },
      orderBy: { number: 'desc' },
      select: { id: true, number: true, source: true },
    }),
    db.submission.findFirst({
      where: { ...siblings, number: { gt: number } },
      orderBy: { number: 'asc' },
      select: { id: true },
    }),
    readComments(await findReader(viewer.id), id),
  ]);
  const page = PageVerdictSchema.safeParse(row.pageVerdict);
  return {
    ...toSummary(row),
    learner: user,
    ...{ source, verdictsDiffer, previous, comments },
    report,
    seed: Number((runs.find((run) => run.id === officialRunId) ?? runs[0])?.seed),
    pageBackend: page.success ? page.data.backend : null,
    next: next?.id ?? null,
    runs: runs.map(({ reason, exerciseVersion, seed, finishedAt, ...run }) => ({
      ...run,
      reason: REASON[reason],
      isOfficial: run.id === officialRunId,
      version: exerciseVersion,
      seed: Number(seed),
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
  };
}
