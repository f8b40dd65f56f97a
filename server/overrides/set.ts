import 'server-only';
import type { OverrideInput } from '@/contracts/cohort-learner';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { findLearner } from '../cohorts/learner-access';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { getExercise } from '../exercise-manifest';
import { notify } from '../notifications/notify';
import { lockProgress, recomputeProgress } from '../progress/exercise-progress';
import { inTransaction } from '../transaction';

/**
 * Sets a learner's standing in an exercise by hand, or takes that away again: the graded one is back then. Progress, audit
 * trail and the learner's inbox follow in the same transaction.
 *
 * @throws {AppError} `not-found` for who does not learn in a cohort of the viewer's, for an exercise outside its plan, and
 *   for an override to take away that is not there; `forbidden` for an assistant; `invalid-input` for a score that the
 *   exercise does not have
 */
export async function setOverride(
  viewer: KnownViewer,
  { cohortId, userId }: { cohortId: string; userId: string },
  { exercise: exerciseId, override, reason }: OverrideInput,
): Promise<void> {
  const learner = await findLearner(viewer, cohortId, userId);
  if (!canManageCohort(viewer, cohortId)) throw new AppError('forbidden');
  const { maxScore } = await getExercise(exerciseId);
  const { assignments } = learner.cohort;
  const isPlanned = assignments.length === 0 || assignments.some((one) => one.exerciseId === exerciseId);
  if (!isPlanned) throw new AppError('not-found');
  if (override !== null && override.score > maxScore) throw new AppError('invalid-input');
  await inTransaction(async (tx) => {
    const before = await lockProgress(tx, userId, exerciseId);
    const { count } = await tx.gradeOverride.deleteMany({ where: { userId, exerciseId } });
    if (override === null && count === 0) throw new AppError('not-found');
    const made =
      override &&
      (await tx.gradeOverride.create({
        data: { ...{ userId, exerciseId, cohortId, maxScore, reason }, ...override, createdById: viewer.id },
        select: { id: true },
      }));
    await recomputeProgress(tx, userId, exerciseId);
    await audit(
      tx,
      { userId: viewer.id },
      {
        ...{ cohortId, subject: userId, reason },
        action: override === null ? 'grade.restore' : 'grade.override',
        detail: {
          exercise: exerciseId,
          before: { state: before.state, score: before.bestScore },
          ...(override && { set: override }),
        },
      },
    );
    const told =
      made === null
        ? []
        : await notify(tx, [{ kind: 'override', overrideId: made.id, actorId: viewer.id, recipients: [userId] }]);
    await appendEvents(tx, userId, [{ type: 'progress' }, ...told.map(() => ({ type: 'inbox' as const }))]);
  });
}
