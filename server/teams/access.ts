import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { AppError } from '../errors';
import type { Transaction } from '../transaction';

/** Ids of the cohorts that somebody teaches, as an assistant or an instructor. */
function taughtCohorts(viewer: KnownViewer): string[] {
  return viewer.cohorts.flatMap(({ id, role }) => (role === 'LEARNER' ? [] : [id]));
}

/** Teams that the viewer is in, and those of cohorts that they teach; who runs the site sees all. */
export function visibleTeams(viewer: KnownViewer): Prisma.TeamWhereInput {
  if (viewer.isAdmin) return {};
  return { OR: [ownTeams(viewer), { cohortId: { in: taughtCohorts(viewer) } }] };
}

/** Teams that the viewer is in: only from inside a team is its hour held. */
export function ownTeams(viewer: KnownViewer): Prisma.TeamWhereInput {
  return { members: { some: { userId: viewer.id } } };
}

/** Cohorts whose teams and people the viewer sees as staff. */
export function taught(viewer: KnownViewer): Prisma.CohortWhereInput {
  return viewer.isAdmin ? {} : { id: { in: taughtCohorts(viewer) } };
}

/** Cohorts in which somebody learns. */
export function learned(viewer: KnownViewer): Prisma.CohortWhereInput {
  return { enrolments: { some: { userId: viewer.id, role: 'LEARNER' } } };
}

/** A team's members change it; so do the instructors of its cohort. Nothing changes any more in an archived cohort. */
export async function holdTeam(
  tx: Transaction,
  viewer: KnownViewer,
  id: string,
): Promise<{ id: string; cohortId: string; name: string; teamSize: number }> {
  const team = await tx.team.findFirst({
    where: { AND: [visibleTeams(viewer), { id, cohort: { archivedAt: null } }] },
    select: {
      id: true,
      cohortId: true,
      name: true,
      cohort: { select: { teamSize: true } },
      members: { where: { userId: viewer.id }, select: { userId: true } },
    },
  });
  if (team === null) throw new AppError('not-found');
  if (team.members.length === 0 && !canManageCohort(viewer, team.cohortId)) throw new AppError('forbidden');
  await tx.$queryRaw`SELECT id FROM team WHERE id = ${id} FOR UPDATE`;
  return { id, cohortId: team.cohortId, name: team.name, teamSize: team.cohort.teamSize };
}

/** Whom the pages of a team are told of. */
export async function teammates(tx: Pick<Transaction, 'enrolment'>, teamId: string): Promise<string[]> {
  const members = await tx.enrolment.findMany({ where: { teamId }, select: { userId: true } });
  return members.map(({ userId }) => userId);
}
