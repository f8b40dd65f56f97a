import 'server-only';
import { addDays, localDay } from '@/content/plan/calendar';
import { LONGEST_ASIDE, type WatchAsideInput, type WatchSettings } from '@/contracts/watchlist';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { findLearner } from '../cohorts/learner-access';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { dateOf } from '../log/day';
import { inTransaction } from '../transaction';

/**
 * Sets from when on the rules of a cohort name somebody, or that they do not.
 * @throws {AppError} `not-found`; `forbidden` for an assistant
 */
export async function changeWatchSettings(viewer: KnownViewer, cohortId: string, settings: WatchSettings) {
  if ((await db.cohort.count({ where: { AND: [staffedBy(viewer), { id: cohortId }] } })) === 0)
    throw new AppError('not-found');
  if (!canManageCohort(viewer, cohortId)) throw new AppError('forbidden');
  await inTransaction(async (tx) => {
    await tx.watchSettings.upsert({
      where: { cohortId },
      create: { cohortId, ...settings },
      update: settings,
    });
    await audit(
      tx,
      { userId: viewer.id },
      { cohortId, action: 'watchlist.settings', subject: cohortId, detail: settings },
    );
  });
}

/**
 * Sets a learner aside, for all staff of the cohort, or takes that back. The later word holds.
 * @throws {AppError} `not-found`, also for who does not learn in a cohort of the viewer's; `invalid-input` for a day that is
 *   over or too far
 */
export async function setAside(
  viewer: KnownViewer,
  { cohortId, userId }: { cohortId: string; userId: string },
  { aside }: WatchAsideInput,
  now = new Date(),
): Promise<void> {
  const { cohort } = await findLearner(viewer, cohortId, userId);
  const today = localDay(now, cohort.timeZone);
  if (aside !== null && (aside.until < today || aside.until > addDays(today, LONGEST_ASIDE)))
    throw new AppError('invalid-input');
  await inTransaction(async (tx) => {
    if (aside === null) {
      const { count } = await tx.watchAside.deleteMany({ where: { userId, cohortId } });
      if (count === 0) return;
    } else {
      const row = { until: dateOf(aside.until), note: aside.note, createdById: viewer.id, createdAt: now };
      await tx.watchAside.upsert({
        where: { userId_cohortId: { userId, cohortId } },
        create: { userId, cohortId, ...row },
        update: row,
      });
    }
    await audit(
      tx,
      { userId: viewer.id },
      {
        ...{ cohortId, subject: userId, action: aside === null ? 'watchlist.resume' : 'watchlist.aside' },
        ...(aside && { reason: aside.note || undefined, detail: { until: aside.until } }),
      },
    );
  });
}
