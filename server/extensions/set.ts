import 'server-only';
import type { ExtensionInput } from '@/contracts/extension';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { findLearner } from '../cohorts/learner-access';
import { dueAtEndOf } from '../cohorts/schedule';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { queueScores } from '../lti/score-jobs';
import { notify } from '../notifications/notify';
import { inTransaction } from '../transaction';

/**
 * Gives a learner until the end of a later day, or takes that away again. A new day replaces the one before. Audit trail and
 * the learner's inbox follow in the same transaction; the inbox has one line of it, which says how it stands now.
 *
 * @throws {AppError} `not-found` for who does not learn in a cohort of the viewer's, for an exercise outside its plan, and
 *   for an extension to take away that is not there; `forbidden` for an assistant; `invalid-input` for a day that is not
 *   after the plan's
 */
export async function setExtension(
  viewer: KnownViewer,
  { cohortId, userId }: { cohortId: string; userId: string },
  { exercise: exerciseId, dueOn, reason }: ExtensionInput,
): Promise<void> {
  const { cohort } = await findLearner(viewer, cohortId, userId);
  if (!canManageCohort(viewer, cohortId)) throw new AppError('forbidden');
  await inTransaction(async (tx) => {
    // One change after the other, while the learner is there.
    const [learns] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM enrolment WHERE user_id = ${userId} AND cohort_id = ${cohortId} AND role = 'LEARNER' FOR NO KEY UPDATE`;
    const planned = await tx.assignment.findUnique({
      where: { cohortId_exerciseId: { cohortId, exerciseId } },
      select: { dueAt: true },
    });
    if (learns === undefined || planned === null) throw new AppError('not-found');
    const where = { cohortId_userId_exerciseId: { cohortId, userId, exerciseId } };
    const before = await tx.extension.findUnique({ where });
    const holds = before !== null && before.withdrawnAt === null;
    const said = { reason, createdById: viewer.id, createdAt: new Date() };
    let dueAt: Date | null = null;
    if (dueOn !== null) {
      dueAt = dueAtEndOf(dueOn, cohort.timeZone);
      if (planned.dueAt === null || dueAt <= planned.dueAt) throw new AppError('invalid-input');
    } else if (!holds) throw new AppError('not-found');
    const data = dueAt === null ? { ...said, withdrawnAt: said.createdAt } : { ...said, dueAt, withdrawnAt: null };
    const { id } =
      before === null && dueAt !== null
        ? await tx.extension.create({ data: { ...said, cohortId, userId, exerciseId, dueAt }, select: { id: true } })
        : await tx.extension.update({ where, data, select: { id: true } });
    await audit(
      tx,
      { userId: viewer.id },
      {
        ...{ cohortId, subject: userId, reason },
        action: dueAt === null ? 'extension.withdraw' : 'extension.set',
        detail: {
          exercise: exerciseId,
          before: holds ? before.dueAt.toISOString() : null,
          due: dueAt?.toISOString() ?? null,
        },
      },
    );
    await queueScores(tx, userId);
    await tx.notification.deleteMany({ where: { userId, kind: 'extension', subject: id } });
    const told = await notify(tx, [{ kind: 'extension', extensionId: id, actorId: viewer.id, recipients: [userId] }]);
    await appendEvents(tx, userId, [{ type: 'progress' }, ...told.map(() => ({ type: 'inbox' as const }))]);
  });
}
