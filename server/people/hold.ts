import 'server-only';
import type { KnownViewer } from '../accounts/policies';
import { AppError } from '../errors';
import type { Transaction } from '../transaction';

/**
 * Holds a cohort in progress until the transaction ends: changes of its people come one after the other. Whether the viewer is
 * one of its instructors is asked then, and not before: another of them may just have taken that role away.
 *
 * @throws {AppError} `not-found` for a cohort that is none of the viewer's business; `forbidden` for an assistant
 */
export async function holdPeople(
  tx: Transaction,
  viewer: KnownViewer,
  id: string,
): Promise<{ id: string; name: string; teamSize: number }> {
  await tx.$queryRaw`SELECT id FROM cohort WHERE id = ${id} FOR NO KEY UPDATE`;
  const cohort = await tx.cohort.findFirst({
    where: { id, archivedAt: null },
    select: {
      ...{ id: true, name: true, teamSize: true },
      enrolments: { where: { userId: viewer.id, role: { not: 'LEARNER' } }, select: { role: true } },
    },
  });
  const role = cohort?.enrolments[0]?.role;
  if (cohort === null || !(viewer.isAdmin || role)) throw new AppError('not-found');
  if (!viewer.isAdmin && role !== 'INSTRUCTOR') throw new AppError('forbidden');
  return { id, name: cohort.name, teamSize: cohort.teamSize };
}

/**
 * To be asked when an instructor has just stopped to be one.
 * @throws {AppError} `conflict` when that was the last
 */
export async function requireInstructor(tx: Transaction, cohortId: string): Promise<void> {
  if ((await tx.enrolment.count({ where: { cohortId, role: 'INSTRUCTOR' } })) === 0) throw new AppError('conflict');
}

/**
 * To be asked before a person goes. Their cohorts are held until the transaction ends: of two instructors who go at once the
 * second is the last.
 *
 * @throws {AppError} `conflict` when a cohort would be {@link ledAlone} by them
 */
export async function refuseLastInstructor(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT c.id FROM cohort c JOIN enrolment e ON e.cohort_id = c.id AND e.user_id = ${userId} AND e.role = 'INSTRUCTOR'
    ORDER BY c.id FOR NO KEY UPDATE OF c`;
  if ((await ledAlone(tx, userId)).length > 0) throw new AppError('conflict');
}

/**
 * Names of cohorts that would be without an instructor if this person went; none of one that is archived, as long as somebody else
 * runs the site.
 */
export async function ledAlone(tx: Pick<Transaction, 'user' | 'cohort'>, userId: string): Promise<string[]> {
  const othersRunIt = (await tx.user.count({ where: { isAdmin: true, id: { not: userId } } })) > 0;
  const cohorts = await tx.cohort.findMany({
    where: {
      enrolments: {
        some: { userId, role: 'INSTRUCTOR' },
        none: { userId: { not: userId }, role: 'INSTRUCTOR' },
      },
      ...(othersRunIt && { archivedAt: null }),
    },
    select: { name: true },
    orderBy: { name: 'asc' },
  });
  return cohorts.map(({ name }) => name);
}
