import 'server-only';
import { type CohortCalendar, localDay, nextSessionDay, sessionNumber } from '@/content/plan/calendar';
import { PLAN } from '@/content/plan/plan';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { ownTeams, visibleTeams } from '../teams/access';
import { dayOf, serverNow } from './access';
import { makeAgenda } from './agenda';

const COHORT = { select: { timeZone: true, startsOn: true, endsOn: true, sessionDays: true } } as const;

/** The calendar of a cohort as the plan reads it. */
export function calendarOf(cohort: {
  timeZone: string;
  startsOn: Date;
  endsOn: Date | null;
  sessionDays: number[];
}): CohortCalendar {
  return { ...cohort, startsOn: dayOf(cohort.startsOn), endsOn: cohort.endsOn && dayOf(cohort.endsOn) };
}

/** The cohort's n-th session day, or null on a day without one: the plan is over, and no last day says that they go on. */
export function numberOn(day: string, calendar: CohortCalendar): number | null {
  const number = sessionNumber(day, calendar);
  return number !== null && number > PLAN.length && calendar.endsOn === null ? null : number;
}

/** The next day on which a session can be held; null when none is left. */
export function nextOn(day: string, calendar: CohortCalendar): string | null {
  const next = nextSessionDay(day, calendar);
  return next !== null && numberOn(next, calendar) !== null ? next : null;
}

/**
 * Today's session of a team, by the cohort's calendar. The first look makes it; two at once make one row. One that staff made
 * days before follows the calendar and the plan as they are now, until it starts. Staff find it once the team has looked.
 *
 * @throws {AppError} `not-found`; `conflict` on a day without a session
 */
export async function openToday(viewer: KnownViewer, teamId: string): Promise<string> {
  const team = await db.team.findFirst({
    where: { AND: [visibleTeams(viewer), { id: teamId }] },
    select: { cohort: { select: { ...COHORT.select, archivedAt: true } }, _count: { select: { members: true } } },
  });
  if (team === null) throw new AppError('not-found');
  const { archivedAt, ...cohort } = team.cohort;
  const day = localDay(new Date(await serverNow(db)), cohort.timeZone);
  const own = await db.team.count({ where: { AND: [ownTeams(viewer), { id: teamId }] } });
  const number = numberOn(day, calendarOf(cohort));
  if (own > 0 && number !== null && archivedAt === null) {
    const agenda = makeAgenda(number, team._count.members);
    const where = { teamId, day: new Date(day) };
    const { count } = await db.peerSession.createMany({ data: { ...where, agenda }, skipDuplicates: true });
    if (count === 0) {
      await db.peerSession.updateMany({
        where: { ...where, startedAt: null, agenda: { not: agenda } },
        data: { agenda },
      });
    }
  }
  const session = await db.peerSession.findUnique({
    where: { teamId_day: { teamId, day: new Date(day) } },
    select: { id: true },
  });
  if (session === null) throw new AppError(number === null ? 'conflict' : 'not-found');
  return session.id;
}
