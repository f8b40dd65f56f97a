import 'server-only';
import type { Places } from '@/contracts/discussion';
import { db } from '../db';
import { isStaffOf, type Reader } from './reader';

/** Where the reader may open threads; cohorts newest first. */
export async function findPlaces(reader: Reader, now = new Date()): Promise<Places['places']> {
  const cohorts = await db.cohort.findMany({
    where: { archivedAt: null, ...(reader.isAdmin ? {} : { id: { in: [...reader.cohorts] } }) },
    orderBy: { startsOn: 'desc' },
    select: {
      id: true,
      name: true,
      teams: { select: { id: true, name: true }, orderBy: { name: 'asc' } },
      bans: {
        where: { userId: reader.userId, OR: [{ until: null }, { until: { gt: now } }] },
        select: { until: true },
      },
    },
  });
  return cohorts.map(({ id, name, teams, bans: [ban] }) => {
    const own = teams.filter((team) => reader.teams.includes(team.id));
    const isStaff = isStaffOf(reader, id);
    return {
      cohort: { id, name },
      isStaff,
      team: own[0] ?? null,
      teams: isStaff ? teams : own,
      bannedUntil: ban === undefined ? null : (ban.until?.toISOString() ?? 'forever'),
    };
  });
}
