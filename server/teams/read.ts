import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { CohortTeams, OwnTeams, Team } from '@/contracts/team';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { readStreaks } from '../log/read';
import { taught, visibleTeams } from './access';

/** Who joined the team's cohort first is first: an order that stays. */
const MEMBERS = {
  orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
  select: { user: { select: { id: true, name: true } }, shares: true },
} as const satisfies Prisma.Team$membersArgs;

/** The viewer's cohorts, the newest first, each with their team. */
export async function listOwnTeams(viewer: KnownViewer): Promise<OwnTeams> {
  const enrolments = await db.enrolment.findMany({
    where: { userId: viewer.id, cohort: { archivedAt: null } },
    orderBy: { createdAt: 'desc' },
    select: {
      role: true,
      shares: true,
      cohort: { select: { id: true, name: true, teamSize: true } },
      team: { select: { id: true, name: true } },
    },
  });
  return { cohorts: enrolments.map(({ cohort, role, shares, team }) => ({ ...cohort, role, shares, team })) };
}

/** @throws {AppError} `not-found`, also for one that is none of the viewer's business. */
export async function readTeam(viewer: KnownViewer, id: string): Promise<Team> {
  const team = await db.team.findFirst({
    where: { AND: [visibleTeams(viewer), { id }] },
    select: {
      id: true,
      name: true,
      joinCode: true,
      cohort: { select: { id: true, name: true, timeZone: true, teamSize: true, joinCode: true } },
      members: MEMBERS,
    },
  });
  if (team === null) throw new AppError('not-found');
  const { cohort } = team;
  const own = team.members.find(({ user }) => user.id === viewer.id);
  const streaks = await readStreaks(
    viewer,
    team.members.map(({ user }) => user.id),
  );
  return {
    id: team.id,
    name: team.name,
    joinCode: team.joinCode,
    cohort: { ...cohort, joinCode: canManageCohort(viewer, cohort.id) ? cohort.joinCode : null },
    viewer: own === undefined ? 'staff' : 'member',
    shares: own?.shares ?? null,
    members: team.members.map(({ user }) => ({ ...user, streak: streaks.get(user.id)?.unbroken ?? null })),
  };
}

/**
 * All teams of a cohort that the viewer teaches, and its learners without one.
 * @throws {AppError} `not-found`
 */
export async function listCohortTeams(viewer: KnownViewer, cohortId: string): Promise<CohortTeams> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [taught(viewer), { id: cohortId }] },
    select: {
      id: true,
      name: true,
      joinCode: true,
      teamSize: true,
      teams: { orderBy: { name: 'asc' }, select: { id: true, name: true, members: MEMBERS } },
      enrolments: {
        where: { role: 'LEARNER', teamId: null },
        orderBy: { createdAt: 'asc' },
        select: { user: { select: { id: true, name: true } } },
      },
    },
  });
  if (cohort === null) throw new AppError('not-found');
  const { id, name, teamSize, teams, enrolments } = cohort;
  return {
    cohort: { id, name, teamSize, joinCode: canManageCohort(viewer, id) ? cohort.joinCode : null },
    teams: teams.map(({ members, ...team }) => ({ ...team, members: members.map(({ user }) => user) })),
    without: enrolments.map(({ user }) => user),
  };
}
