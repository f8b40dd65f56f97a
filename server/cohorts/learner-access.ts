import 'server-only';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { staffedBy } from './access';

/**
 * Somebody who learns in a cohort of the viewer's.
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business
 */
export async function findLearner(viewer: KnownViewer, cohortId: string, userId: string) {
  const learner = await db.enrolment.findFirst({
    where: { userId, role: 'LEARNER', cohort: { AND: [staffedBy(viewer), { id: cohortId }] } },
    select: {
      user: { select: { id: true, name: true } },
      team: { select: { id: true, name: true } },
      cohort: {
        select: {
          id: true,
          name: true,
          timeZone: true,
          assignments: { select: { exerciseId: true, dueAt: true } },
        },
      },
    },
  });
  if (learner === null) throw new AppError('not-found');
  return learner;
}
