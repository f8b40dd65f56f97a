import 'server-only';
import type { KnownViewer } from '../accounts/policies';
import { findLearner } from '../cohorts/learner-access';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { VIEW_MS, type View } from './view';

/**
 * Lets somebody of staff look at the course as a learner of theirs sees it.
 * @throws {AppError} `not-found`, also for who does not learn in a cohort of the viewer's
 */
export async function startView(
  viewer: KnownViewer,
  { cohortId, userId }: { cohortId: string; userId: string },
  now = Date.now(),
): Promise<View> {
  await findLearner(viewer, cohortId, userId);
  await audit(db, { userId: viewer.id }, { cohortId, action: 'learner.view', subject: userId });
  return { staff: viewer.id, cohort: cohortId, learner: userId, until: now + VIEW_MS };
}
