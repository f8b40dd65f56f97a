import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import { localDay } from '@/content/plan/calendar';
import { ClockSchema } from '@/contracts/session-clock';
import type { FollowUpInput } from '@/contracts/watchlist';
import type { KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { teammates } from '../teams/access';
import { inTransaction, type Transaction } from '../transaction';
import { dayOf, serverNow } from './access';
import { makeAgenda } from './agenda';
import { MAX_ITEMS } from './items';
import { tellTeam } from './people';
import { calendarOf, nextOn, numberOn } from './today';

interface Place {
  cohortId: string;
  teamId: string;
}

const staffedTeam = (viewer: KnownViewer, { cohortId, teamId }: Place): Prisma.TeamWhereInput => ({
  id: teamId,
  cohort: { AND: [staffedBy(viewer), { id: cohortId }] },
});

/**
 * Puts a follow-up of staff on the agenda of a team's next peer session: today's unless it has ended, else that of the next day
 * on which the cohort meets, which is made for it. Sent twice it is one, with the words sent last.
 *
 * @returns the session's day
 * @throws {AppError} `not-found`, also for a team that is none of the viewer's business; `conflict` where no session is to come,
 *   for an id of something else, and past the most items of a session
 */
export async function addForNextSession(
  viewer: KnownViewer,
  place: Place,
  { id, text }: FollowUpInput,
): Promise<string> {
  return inTransaction(async (tx) => {
    const { cohortId, teamId } = place;
    const team = await tx.team.findFirst({
      where: staffedTeam(viewer, place),
      select: {
        name: true,
        cohort: { select: { timeZone: true, startsOn: true, endsOn: true, sessionDays: true } },
        _count: { select: { members: true } },
      },
    });
    if (team === null) throw new AppError('not-found');
    // Held: what was lost may be sent again while the first is still on its way.
    await tx.$queryRaw`SELECT id FROM team WHERE id = ${teamId} FOR NO KEY UPDATE`;
    const sentBefore = await rewrite(tx, { id, text, authorId: viewer.id, teamId });
    if (sentBefore !== null) return sentBefore;
    const next = await nextSessionOf(tx, teamId, team.cohort);
    if (next === null) throw new AppError('conflict');
    const where = { teamId_day: { teamId, day: new Date(next.day) } };
    const agenda = makeAgenda(next.number, team._count.members);
    await tx.peerSession.createMany({ data: { ...where.teamId_day, agenda }, skipDuplicates: true });
    const session = await tx.peerSession.findUniqueOrThrow({
      where,
      select: { id: true, _count: { select: { items: true } } },
    });
    if (session._count.items >= MAX_ITEMS) throw new AppError('conflict');
    await tx.sessionItem.create({
      data: { id, text, kind: 'FOLLOW_UP', authorId: viewer.id, sessionId: session.id },
    });
    await audit(
      tx,
      { userId: viewer.id },
      { cohortId, action: 'team.follow-up', subject: teamId, detail: { item: id } },
    );
    await tellTeam(tx, { id: session.id, team: { id: teamId, name: team.name } }, await teammates(tx, teamId), 'items');
    return next.day;
  });
}

/** An answer may be lost, and the words corrected before they are sent again: the day of the item that is there, null where none is. */
async function rewrite(
  tx: Transaction,
  { id, text, authorId, teamId }: { id: string; text: string; authorId: string; teamId: string },
): Promise<string | null> {
  const known = await tx.sessionItem.findUnique({
    where: { id },
    select: { authorId: true, session: { select: { day: true, teamId: true } } },
  });
  if (known === null) return null;
  if (known.authorId !== authorId || known.session.teamId !== teamId) throw new AppError('conflict');
  await tx.sessionItem.updateMany({ where: { id, doneAt: null }, data: { text } });
  return dayOf(known.session.day);
}

async function nextSessionOf(
  tx: Transaction,
  teamId: string,
  cohort: Parameters<typeof calendarOf>[0],
): Promise<{ day: string; number: number } | null> {
  const calendar = calendarOf(cohort);
  const today = localDay(new Date(await serverNow(tx)), cohort.timeZone);
  const held = await tx.peerSession.findUnique({
    where: { teamId_day: { teamId, day: new Date(today) } },
    select: { clock: true },
  });
  const isOver = held?.clock != null && ClockSchema.parse(held.clock).state === 'ended';
  const day = numberOn(today, calendar) !== null && !isOver ? today : nextOn(today, calendar);
  const number = day === null ? null : numberOn(day, calendar);
  return day === null || number === null ? null : { day, number };
}

/**
 * Takes a follow-up back that the viewer put on a team's agenda.
 * @throws {AppError} `not-found`, also for one of somebody else, or that the team has marked as done
 */
export async function takeFollowUpBack(viewer: KnownViewer, place: Place, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { cohortId, teamId } = place;
    const item = await tx.sessionItem.findFirst({
      where: { id, authorId: viewer.id, doneAt: null, session: { team: staffedTeam(viewer, place) } },
      select: { session: { select: { id: true, team: { select: { name: true } } } } },
    });
    if (item === null) throw new AppError('not-found');
    const { count } = await tx.sessionItem.deleteMany({ where: { id, doneAt: null } });
    if (count === 0) throw new AppError('not-found');
    const detail = { item: id };
    await audit(tx, { userId: viewer.id }, { cohortId, action: 'team.follow-up-back', subject: teamId, detail });
    const { session } = item;
    const team = { id: teamId, name: session.team.name };
    await tellTeam(tx, { id: session.id, team }, await teammates(tx, teamId), 'items');
  });
}
