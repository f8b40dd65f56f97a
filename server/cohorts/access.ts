import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { KnownViewer } from '../accounts/policies';
import { taught } from '../teams/access';

/** Cohorts in progress whose work the viewer sees: those that they assist or teach in; who runs the site sees all. */
export function staffedBy(viewer: KnownViewer): Prisma.CohortWhereInput {
  return { AND: [taught(viewer), { archivedAt: null }] };
}
