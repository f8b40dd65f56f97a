import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { KnownViewer } from '../accounts/policies';

/**
 * Entries that a viewer may read: their own; posted ones of their team, and of the teams of cohorts that they teach;
 * posted ones for the whole cohort. A change of visibility or team counts with the next query.
 */
export function readableEntries(viewer: KnownViewer): Prisma.LogEntryWhereInput {
  return { OR: [{ userId: viewer.id }, sharedEntries(viewer)] };
}

/** Entries that are shared with a viewer, their own among them. */
export function sharedEntries(viewer: KnownViewer): Prisma.LogEntryWhereInput {
  const taught = viewer.cohorts.flatMap(({ id, role }) => (role === 'LEARNER' ? [] : [id]));
  const present = { archivedAt: null };
  const ofTeam: Prisma.EnrolmentWhereInput = viewer.isAdmin
    ? { teamId: { not: null }, cohort: present }
    : {
        teamId: { not: null },
        cohort: present,
        OR: [{ team: { members: { some: { userId: viewer.id } } } }, { cohortId: { in: taught } }],
      };
  const ofCohort: Prisma.EnrolmentWhereInput = viewer.isAdmin
    ? { cohort: present }
    : { cohortId: { in: viewer.cohorts.map(({ id }) => id) } };
  return {
    postedAt: { not: null },
    OR: [
      { visibility: 'TEAM', user: { enrolments: { some: ofTeam } } },
      { visibility: 'COHORT', user: { enrolments: { some: ofCohort } } },
    ],
  };
}
