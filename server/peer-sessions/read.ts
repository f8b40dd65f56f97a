import 'server-only';
import { localDay } from '@/content/plan/calendar';
import type { PeerSession, SessionList } from '@/contracts/peer-session';
import { AgendaSchema } from '@/contracts/peer-session';
import { ClockSchema, NEW_CLOCK } from '@/contracts/session-clock';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { visibleTeams } from '../teams/access';
import { dayOf, findSession, isOpen, serverNow } from './access';
import { makeAgenda, sizedFor } from './agenda';
import { readInstruction } from './instruction';
import { readItems } from './items';
import { readPeople, stateOf } from './people';
import { calendarOf, nextOn, numberOn } from './today';

/** @throws {AppError} `not-found`, also for one that is none of the viewer's business */
export async function readSession(
  viewer: KnownViewer,
  id: string,
): Promise<{ session: PeerSession; serverTime: number }> {
  const session = await findSession(db, viewer, id);
  const open = isOpen(session, await serverNow(db));
  const [{ people, rolesProposed }, items, row] = await Promise.all([
    readPeople(db, session, { isOpen: open }),
    readItems(session),
    db.peerSession.findUniqueOrThrow({ where: { id }, select: { endedAt: true } }),
  ]);
  const present = people.flatMap(({ id: user, joinedAt, isMember }) => (joinedAt !== null && isMember ? [user] : []));
  const { day, team, cohort, clock, startedAt } = session;
  const members = people.filter(({ isMember }) => isMember).length;
  // Until it starts it follows the team.
  const agenda = startedAt === null && open ? sizedFor(session.agenda, members) : session.agenda;
  return {
    session: {
      ...{ id, day, team, cohort, agenda, clock, people, rolesProposed, ...items },
      isOpen: open,
      viewer: people.some(({ id: user, isMember }) => user === viewer.id && isMember) ? 'member' : 'staff',
      startedAt: startedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      instruction: await readInstruction(viewer, session, present),
    },
    // As late as can be: what the page measures its offset by.
    serverTime: await serverNow(db),
  };
}

/**
 * A team's day and its archive.
 * @throws {AppError} `not-found`, also for a team that is none of the viewer's business
 */
export async function listSessions(viewer: KnownViewer, teamId: string): Promise<SessionList> {
  const team = await db.team.findFirst({
    where: { AND: [visibleTeams(viewer), { id: teamId }] },
    select: {
      cohort: { select: { timeZone: true, startsOn: true, endsOn: true, sessionDays: true } },
      members: { select: { userId: true } },
      sessions: {
        orderBy: { day: 'desc' },
        select: {
          id: true,
          day: true,
          agenda: true,
          clock: true,
          startedAt: true,
          endedAt: true,
          createdAt: true,
          items: { where: { kind: { not: 'FOLLOW_UP' } }, take: 1, select: { id: true } },
          attendance: { select: { userId: true, joinedAt: true, excused: true } },
          _count: { select: { items: true } },
        },
      },
    },
  });
  if (team === null) throw new AppError('not-found');
  const calendar = calendarOf(team.cohort);
  const day = localDay(new Date(await serverNow(db)), team.cohort.timeZone);
  const number = numberOn(day, calendar);
  const isMember = team.members.some(({ userId }) => userId === viewer.id);
  // What staff put on an agenda may be all there is of a day, to come or past: that is no part of the archive.
  const wasTheirs = ({ startedAt, attendance, items, createdAt, ...row }: (typeof team.sessions)[number]) =>
    startedAt !== null ||
    attendance.length > 0 ||
    items.length > 0 ||
    localDay(createdAt, team.cohort.timeZone) >= dayOf(row.day);
  const upToToday = team.sessions.filter((row) => dayOf(row.day) === day || (dayOf(row.day) < day && wasTheirs(row)));
  const sessions = upToToday.map((row) => {
    const agenda = AgendaSchema.parse(row.agenda);
    const clock = row.clock === null ? NEW_CLOCK : ClockSchema.parse(row.clock);
    const own = row.attendance.find(({ userId }) => userId === viewer.id) ?? { joinedAt: null, excused: false };
    const isOver = dayOf(row.day) < day || clock.state === 'ended';
    return {
      agenda,
      state: clock.state,
      shown: {
        ...{ id: row.id, day: dayOf(row.day), number: agenda.number },
        week: agenda.plan?.week ?? null,
        prompt: agenda.plan?.prompt ?? null,
        startedAt: row.startedAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
        present: row.attendance.filter(({ joinedAt }) => joinedAt !== null).length,
        items: row._count.items,
        mine: isMember ? stateOf(own, row.startedAt, isOver) : null,
      },
    };
  });
  const today = sessions.find(({ shown }) => shown.day === day);
  const planned = number === null ? null : makeAgenda(number, team.members.length);
  return {
    today: {
      day,
      agenda: today?.shown.startedAt ? today.agenda : (planned ?? today?.agenda ?? null),
      session: today ? { id: today.shown.id, state: today.state } : null,
      next: nextOn(day, calendar),
    },
    sessions: sessions.map(({ shown }) => shown),
  };
}
