import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import { type CohortPerson, PEOPLE_PER_PAGE, type PeoplePage, type PeopleQuery } from '@/contracts/cohort-people';
import { sendsMail } from '../accounts/mail';
import { SQL_GIVEN_EMAIL } from '../accounts/placeholder-email';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { db } from '../db';
import { AppError } from '../errors';

/** How long a removal is offered to be undone, in milliseconds, and how many are. */
const UNDO_MS = 30 * 24 * 3_600_000;
const MOST_REMOVED = 50;

interface Row extends Omit<CohortPerson, 'joined' | 'active' | 'expires' | 'mailed' | 'team'> {
  teamId: string | null;
  team: string | null;
  joined: Date;
  active: Date | null;
  expires: Date | null;
  mailed: Date | null;
}

/**
 * A page of the people of a cohort and of those who are invited to it, with what its instructors choose from.
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business
 */
export async function readPeople(viewer: KnownViewer, cohortId: string, query: PeopleQuery): Promise<PeoplePage> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [staffedBy(viewer), { id: cohortId }] },
    select: {
      ...{ id: true, name: true, teamSize: true, joinCode: true },
      teams: { orderBy: { name: 'asc' }, select: { id: true, name: true, _count: { select: { members: true } } } },
    },
  });
  if (cohort === null) throw new AppError('not-found');
  const isManager = canManageCohort(viewer, cohortId);
  const matches = sqlMatches(query);
  const [counts] = await db.$queryRaw<{ enrolled: number; invited: number; matching: number }[]>`
    ${sqlPeople(cohortId)}
    SELECT count(*) FILTER (WHERE state = 'enrolled')::int AS enrolled,
      count(*) FILTER (WHERE state = 'invited')::int AS invited,
      count(*) FILTER (WHERE ${matches})::int AS matching
    FROM person`;
  const { enrolled = 0, invited = 0, matching = 0 } = counts ?? {};
  const page = Math.max(1, Math.min(query.page, Math.ceil(matching / PEOPLE_PER_PAGE)));
  const [people, cohorts, removed] = await Promise.all([
    db.$queryRaw<Row[]>`
      ${sqlPeople(cohortId)}
      SELECT * FROM person WHERE ${matches} ORDER BY ${sqlOrder(query)}
      LIMIT ${PEOPLE_PER_PAGE} OFFSET ${(page - 1) * PEOPLE_PER_PAGE}`,
    isManager ? otherCohorts(viewer, cohortId) : [],
    isManager ? readRemoved(cohortId) : [],
  ]);
  return {
    cohort: {
      ...{ id: cohort.id, name: cohort.name, teamSize: cohort.teamSize },
      joinCode: isManager ? cohort.joinCode : null,
    },
    ...{ isManager, self: viewer.id, mail: sendsMail(), page, matching, enrolled, invited, cohorts, removed },
    people: people.map(({ teamId, team, joined, active, expires, mailed, ...person }) => ({
      ...person,
      team: teamId === null || team === null ? null : { id: teamId, name: team },
      joined: joined.toISOString(),
      active: active?.toISOString() ?? null,
      expires: expires?.toISOString() ?? null,
      mailed: mailed?.toISOString() ?? null,
    })),
    teams: cohort.teams.map(({ id, name, _count }) => ({ id, name, members: _count.members })),
  };
}

/** Everybody enrolled and every invitation that waits, as `person`. */
function sqlPeople(cohortId: string): Prisma.Sql {
  return Prisma.sql`
    WITH person AS (
      SELECT u.id, 'enrolled' AS state, u.name, ${SQL_GIVEN_EMAIL} AS email,
        e.role, e.team_id AS "teamId", t.name AS team, e.created_at AS joined, u.last_seen_at AS active,
        NULL::timestamptz AS expires, NULL::timestamptz AS mailed
      FROM enrolment e JOIN "user" u ON u.id = e.user_id LEFT JOIN team t ON t.id = e.team_id
      WHERE e.cohort_id = ${cohortId}
      UNION ALL
      SELECT i.id, 'invited', i.name, i.email, i.role, i.team_id, t.name, i.created_at, NULL, i.expires_at, i.mailed_at
      FROM invitation i LEFT JOIN team t ON t.id = i.team_id
      WHERE i.cohort_id = ${cohortId} AND i.accepted_at IS NULL AND i.revoked_at IS NULL
    )`;
}

function sqlMatches({ q, role, team, state }: PeopleQuery): Prisma.Sql {
  return Prisma.sql`(strpos(lower(name), lower(${q}::text)) > 0 OR strpos(lower(email), lower(${q}::text)) > 0)
    AND (${role ?? null}::text IS NULL OR role::text = ${role ?? null})
    AND (${state ?? null}::text IS NULL OR state = ${state ?? null})
    AND (${team ?? null}::text IS NULL OR COALESCE("teamId", 'none') = ${team ?? null})`;
}

/** Of roles the highest is the last; who has no team, or was never here, comes last either way. */
const SORT_KEY: Record<PeopleQuery['sort'], Prisma.Sql> = {
  name: Prisma.sql`lower(name)`,
  email: Prisma.sql`lower(email)`,
  role: Prisma.sql`role`,
  team: Prisma.sql`lower(team)`,
  joined: Prisma.sql`joined`,
  active: Prisma.sql`active`,
};

function sqlOrder({ sort, order }: PeopleQuery): Prisma.Sql {
  const direction = order === 'desc' ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`;
  return Prisma.sql`${SORT_KEY[sort]} ${direction}, lower(name), id`;
}

/** Cohorts in progress of which the viewer is an instructor, too. */
function otherCohorts(viewer: KnownViewer, cohortId: string): Promise<{ id: string; name: string }[]> {
  const managed = viewer.isAdmin ? {} : { enrolments: { some: { userId: viewer.id, role: 'INSTRUCTOR' as const } } };
  return db.cohort.findMany({
    where: { AND: [staffedBy(viewer), managed], id: { not: cohortId } },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true },
  });
}

async function readRemoved(cohortId: string): Promise<PeoplePage['removed']> {
  const rows = await db.enrolmentChange.findMany({
    where: {
      ...{ cohortId, kind: 'REMOVED', undoneAt: null, createdAt: { gt: new Date(Date.now() - UNDO_MS) } },
      user: { enrolments: { none: { cohortId } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    distinct: ['userId'],
    take: MOST_REMOVED,
    select: {
      id: true,
      role: true,
      createdAt: true,
      user: { select: { name: true } },
      actor: { select: { name: true } },
    },
  });
  return rows.map(({ id, role, createdAt, user, actor }) => ({
    ...{ id, name: user.name, role, by: actor?.name ?? null, at: createdAt.toISOString() },
  }));
}
