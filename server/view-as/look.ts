import 'server-only';
import type { KnownViewer } from '../accounts/policies';
import { findLearner } from '../cohorts/learner-access';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import type { View } from './view';

/**
 * The learner whom somebody of staff looks as, by the staff's rights at this moment: without address, without other cohorts
 * than the one that is looked at. Each look is written to the audit trail before anything is read.
 * @throws {AppError} `not-found` where they may not look any more
 */
export async function lookAs(staff: KnownViewer, { staff: startedBy, cohort, learner }: View): Promise<KnownViewer> {
  if (startedBy !== staff.id) throw new AppError('not-found');
  const { user } = await findLearner(staff, cohort, learner);
  await audit(db, { userId: staff.id }, { cohortId: cohort, action: 'learner.view', subject: learner });
  const { isAnonymous } = await db.user.findUniqueOrThrow({ where: { id: learner }, select: { isAnonymous: true } });
  return {
    ...{ id: user.id, name: user.name, kind: isAnonymous ? 'guest' : 'member', email: null, emailVerified: false },
    ...{ role: 'learner', isAdmin: false, sessionId: staff.sessionId, viewedIn: cohort },
    cohorts: [{ id: cohort, role: 'LEARNER' }],
  };
}
