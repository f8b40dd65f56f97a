import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { KnownViewer } from '../accounts/policies';

/** Cohorts in progress whose work the viewer sees: those that they assist or teach in; who runs the site sees all. */
export function staffedBy(viewer: KnownViewer): Prisma.CohortWhereInput {
  const ids = viewer.cohorts.flatMap(({ id, role }) => (role === 'LEARNER' ? [] : [id]));
  return { archivedAt: null, ...(viewer.isAdmin ? {} : { id: { in: ids } }) };
}
