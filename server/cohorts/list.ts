import 'server-only';
import type { CohortList } from '@/contracts/cohort';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { staffedBy } from './access';

const dateOf = (day: Date): string => day.toISOString().slice(0, 10);

/** The newest first. */
export async function listCohorts(viewer: KnownViewer): Promise<CohortList> {
  const rows = await db.cohort.findMany({
    where: staffedBy(viewer),
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      name: true,
      startsOn: true,
      endsOn: true,
      _count: { select: { enrolments: { where: { role: 'LEARNER' } }, assignments: true } },
    },
  });
  const archived = viewer.isAdmin
    ? await db.cohort.findMany({
        where: { archivedAt: { not: null } },
        orderBy: [{ archivedAt: 'desc' }, { id: 'desc' }],
        select: { id: true, name: true },
      })
    : [];
  return {
    ...{ archived, runsSite: viewer.isAdmin },
    cohorts: rows.map(({ id, name, startsOn, endsOn, _count }) => ({
      ...{ id, name, startsOn: dateOf(startsOn), endsOn: endsOn && dateOf(endsOn) },
      ...{ learners: _count.enrolments, exercises: _count.assignments },
    })),
  };
}
