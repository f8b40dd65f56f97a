import 'server-only';
import type { Trouble } from '@/contracts/discussion';
import { CheckResultSchema } from '@/grading/report';
import { db } from '../db';
import { AppError } from '../errors';
import type { Reader } from './reader';
import { signatureOf } from './signature';
import { findSummaries } from './summaries';
import { threadsVisibleTo } from './visible';

/** Threads that are offered for a check. */
const OFFERED = 5;

/**
 * For each failing check of one of the reader's own submissions, the threads of their teams and cohorts whose check fails with
 * the same signature.
 *
 * @throws {AppError} `not-found`, also for somebody else's submission
 */
export async function findSameTrouble(reader: Reader, submissionId: string): Promise<Trouble['checks']> {
  const submission = await db.submission.findFirst({
    where: { id: submissionId, userId: reader.userId },
    select: {
      exerciseId: true,
      officialRun: {
        select: {
          checks: {
            where: { outcome: { notIn: ['passed', 'skipped'] } },
            orderBy: { position: 'asc' },
            select: { checkId: true, result: true },
          },
        },
      },
    },
  });
  if (submission === null) throw new AppError('not-found');
  const troubles: Trouble['checks'] = [];
  for (const { checkId, result } of submission.officialRun?.checks ?? []) {
    const signature = signatureOf(submission.exerciseId, CheckResultSchema.parse(result));
    const rows = await db.thread.findMany({
      where: {
        AND: [
          threadsVisibleTo(reader),
          { cohortId: { in: [...reader.cohorts] } },
          { OR: [{ teamId: null }, { teamId: { in: [...reader.teams] } }] },
        ],
        ...{ anchor: 'CHECK', exerciseId: submission.exerciseId, checkId, mergedIntoId: null, hiddenAt: null },
        OR: [{ signature }, { submissionId }],
      },
      orderBy: { lastPostAt: 'desc' },
      select: { id: true, submissionId: true, signature: true },
      take: 50,
    });
    const own = rows.find((row) => row.submissionId === submissionId)?.id ?? null;
    const same = rows.filter((row) => row.signature === signature && row.id !== own).slice(0, OFFERED);
    if (rows.length === 0) continue;
    const threads = await findSummaries(
      reader,
      same.map(({ id }) => id),
    );
    troubles.push({ check: checkId, own, threads });
  }
  return troubles;
}
