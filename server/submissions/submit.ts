import 'server-only';
import { randomInt } from 'node:crypto';
import type { ExerciseSummary } from '@/contracts/exercise';
import type { SubmissionInput, SubmissionSummary } from '@/contracts/learning';
import { db, pool } from '../db';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { getExercise } from '../exercise-manifest';
import { createBoss, sendGradeJobs } from '../jobs/boss';
import { laneOf, PRIORITY } from '../jobs/lanes';
import { keepLayers } from '../layers/layers';
import { findLearningCohort } from '../learning-cohort';
import { lockProgress } from '../progress/exercise-progress';
import { assertSourceFits } from '../source-size';
import { inTransaction, isUniqueViolation, type Transaction } from '../transaction';
import { SEEDS } from './seeds';
import { SUMMARY_SELECT, toSummary } from './summary';

export interface Submitter {
  id: string;
  kind: 'guest' | 'member';
}

const boss = createBoss(pool);

/** The submission that this page made before, if the answer to it was lost. */
export async function findRepeated(
  viewer: { id: string },
  { clientId, exercise }: SubmissionInput,
): Promise<SubmissionSummary | null> {
  const row = await db.submission.findUnique({
    where: { userId_clientId: { userId: viewer.id, clientId } },
    select: SUMMARY_SELECT,
  });
  if (row !== null && row.exerciseId !== exercise) throw new AppError('conflict');
  return row && toSummary(row);
}

/**
 * Keeps a submission and queues its grading, both or neither. Repeated with the same `clientId` it answers the same row.
 * @throws {AppError} `not-found`, `source-too-large`; `conflict` for a `clientId` used for another exercise.
 */
export async function submit(viewer: Submitter, input: SubmissionInput): Promise<SubmissionSummary> {
  assertSourceFits(input.source);
  const exercise = await getExercise(input.exercise);
  const repeated = await findRepeated(viewer, input);
  if (repeated) return repeated;
  try {
    return await inTransaction((tx) => insert(tx, viewer, input, exercise));
  } catch (error) {
    // The same submission, sent twice at once: the other one was first.
    const first = isUniqueViolation(error) ? await findRepeated(viewer, input) : null;
    if (first) return first;
    throw error;
  }
}

async function insert(
  tx: Transaction,
  viewer: Submitter,
  input: SubmissionInput,
  exercise: ExerciseSummary,
): Promise<SubmissionSummary> {
  const { firstPassedAt, gaveUpAt, solutionOpenedAt } = await lockProgress(tx, viewer.id, input.exercise);
  const cohort = await findLearningCohort(tx, viewer.id, input.exercise);
  const { _max } = await tx.submission.aggregate({
    where: { userId: viewer.id, exerciseId: input.exercise },
    _max: { number: true },
  });
  const isGuest = viewer.kind === 'guest';
  const { runs, ...row } = await tx.submission.create({
    data: {
      userId: viewer.id,
      cohortId: cohort?.id ?? null,
      exerciseId: input.exercise,
      number: (_max.number ?? 0) + 1,
      clientId: input.clientId,
      source: input.source,
      locale: input.locale,
      afterSolution: firstPassedAt === null && (gaveUpAt ?? solutionOpenedAt) !== null,
      ...(input.page ? { pageVerdict: input.page } : {}),
      runs: {
        create: { reason: 'SUBMISSION', exerciseVersion: exercise.version, seed: BigInt(randomInt(SEEDS)) },
      },
    },
    select: {
      ...SUMMARY_SELECT,
      runs: { ...SUMMARY_SELECT.runs, select: { ...SUMMARY_SELECT.runs.select, id: true } },
    },
  });
  if (exercise.usesLayers) await keepLayers(tx, { id: row.id, userId: viewer.id });
  const summary = toSummary({ ...row, runs });
  const lane = laneOf({ isGuest, isLong: exercise.isLong ?? false });
  const priority = isGuest ? PRIORITY.guest : PRIORITY.member;
  await sendGradeJobs(
    boss,
    tx,
    runs.map(({ id: runId }) => ({ lane, runId, priority })),
  );
  await appendEvents(tx, viewer.id, [{ type: 'submission', submission: summary }]);
  return summary;
}
