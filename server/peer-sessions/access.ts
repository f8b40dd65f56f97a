import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import { localDay } from '@/content/plan/calendar';
import { type Agenda, AgendaSchema } from '@/contracts/peer-session';
import { type Clock, ClockSchema, isOn, NEW_CLOCK } from '@/contracts/session-clock';
import type { KnownViewer } from '../accounts/policies';
import { AppError } from '../errors';
import { ownTeams, visibleTeams } from '../teams/access';
import type { Transaction } from '../transaction';

/** An hour that began before midnight goes on after it, but not for ever. */
const LONGEST_MS = 6 * 3_600_000;

const SELECT = {
  id: true,
  day: true,
  agenda: true,
  clock: true,
  startedAt: true,
  teamId: true,
  team: { select: { name: true, cohort: { select: { id: true, name: true, timeZone: true } } } },
} as const satisfies Prisma.PeerSessionSelect;

export interface HeldSession {
  id: string;
  /** `2026-11-30` */
  day: string;
  agenda: Agenda;
  clock: Clock;
  startedAt: Date | null;
  team: { id: string; name: string };
  cohort: { id: string; name: string; timeZone: string };
}

/** Sessions of teams that the viewer sees. */
export function visibleSessions(viewer: KnownViewer): Prisma.PeerSessionWhereInput {
  return { team: visibleTeams(viewer) };
}

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The database's clock: there may be several web processes, and one time. Milliseconds since 1970. */
export async function serverNow(tx: Pick<Transaction, '$queryRaw'>): Promise<number> {
  const [row] = await tx.$queryRaw<{ now: number }[]>`
    SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`;
  return row?.now ?? Date.now();
}

/** Whether it is the session's day, or its hour is still on after midnight. */
export function isOpen(session: Pick<HeldSession, 'day' | 'clock' | 'startedAt' | 'cohort'>, now: number): boolean {
  if (localDay(new Date(now), session.cohort.timeZone) === session.day) return true;
  return isOn(session.clock) && session.startedAt !== null && now - session.startedAt.getTime() < LONGEST_MS;
}

/** @throws {AppError} `not-found`, also for one that is none of the viewer's business */
export async function findSession(tx: Pick<Transaction, 'peerSession'>, viewer: KnownViewer, id: string) {
  const row = await tx.peerSession.findFirst({ where: { AND: [visibleSessions(viewer), { id }] }, select: SELECT });
  if (row === null) throw new AppError('not-found');
  return toHeld(row);
}

/**
 * Locks a session for a member of its team: changes of one session come one after the other.
 *
 * @throws {AppError} `not-found`; `forbidden` for staff, who look on; with `open`, `conflict` once its day is over
 */
export async function holdSession(
  tx: Transaction,
  viewer: KnownViewer,
  id: string,
  { open }: { open: boolean },
): Promise<HeldSession> {
  await tx.$queryRaw`SELECT id FROM peer_session WHERE id = ${id} FOR UPDATE`;
  const row = await tx.peerSession.findFirst({
    where: { AND: [{ team: ownTeams(viewer) }, { id, team: { cohort: { archivedAt: null } } }] },
    select: SELECT,
  });
  if (row === null) {
    await findSession(tx, viewer, id);
    throw new AppError('forbidden');
  }
  const session = toHeld(row);
  if (open && !isOpen(session, await serverNow(tx))) throw new AppError('conflict');
  return session;
}

function toHeld({ team, teamId, ...row }: Prisma.PeerSessionGetPayload<{ select: typeof SELECT }>): HeldSession {
  return {
    id: row.id,
    day: dayOf(row.day),
    agenda: AgendaSchema.parse(row.agenda),
    clock: row.clock === null ? NEW_CLOCK : ClockSchema.parse(row.clock),
    startedAt: row.startedAt,
    team: { id: teamId, name: team.name },
    cohort: team.cohort,
  };
}
