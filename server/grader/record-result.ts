import 'server-only';
import type PgBoss from 'pg-boss';
import { Prisma } from '@/.generated/prisma/client';
import type { ExerciseSummary } from '@/contracts/exercise';
import type { Report } from '@/grading/report';
import { inside } from '../jobs/boss';
import type { Lane } from '../jobs/lanes';
import { applyResults } from '../progress/exercise-progress';
import { inTransaction, type Transaction } from '../transaction';
import { announce, type HeldRun, holdRun, isOver } from './held-run';
import { toStorableJson } from './storable-json';
import { verdictsDiffer } from './verdicts-differ';

/**
 * Keeps a report, counts it and tells the learner (a regrade's: only keeps it), in one transaction that also ends the job. A run that is over
 * already (a grader thought dead was only slow) stays as it is.
 */
export async function recordResult(
  boss: PgBoss,
  { lane, runId, report, summary }: { lane: Lane; runId: string; report: Report; summary: ExerciseSummary | null },
): Promise<void> {
  await inTransaction(async (tx) => {
    const run = await holdRun(tx, runId);
    await boss.complete(lane, runId, {}, { db: inside(tx) });
    if (run === null || isOver(run)) return;
    await keepReport(tx, run, report);
    if (summary !== null) {
      const { exerciseId } = run;
      const version = { exerciseId, version: report.version, summary: toStorableJson(summary) };
      await tx.exerciseVersion.createMany({ data: [version], skipDuplicates: true });
    }
    if (!run.isRegrade) {
      await makeOfficial(tx, run, report);
      await applyResults(tx, run.userId, run.exerciseId);
    }
    await announce(tx, run);
  });
}

async function keepReport(tx: Transaction, run: HeldRun, report: Report): Promise<void> {
  await tx.gradingRun.update({
    where: { id: run.id },
    data: {
      status: 'GRADED',
      exerciseVersion: report.version,
      passed: report.passed,
      score: report.score,
      maxScore: report.maxScore,
      ms: report.ms,
      device: toStorableJson(report.device),
      problem: report.problem ? toStorableJson(report.problem) : Prisma.DbNull,
      console: toStorableJson(report.console),
      finishedAt: new Date(),
    },
  });
  await tx.checkResult.createMany({
    data: report.checks.map((check, position) => ({
      runId: run.id,
      position,
      checkId: check.id,
      outcome: check.outcome,
      points: check.points,
      diagnosisId: check.diagnosis?.id ?? null,
      result: toStorableJson(check),
    })),
  });
}

async function makeOfficial(tx: Transaction, run: HeldRun, report: Report): Promise<void> {
  const { pageVerdict } = await tx.submission.findUniqueOrThrow({
    where: { id: run.submissionId },
    select: { pageVerdict: true },
  });
  await tx.submission.update({
    where: { id: run.submissionId },
    data: { officialRunId: run.id, verdictsDiffer: verdictsDiffer(pageVerdict, report) },
  });
}
