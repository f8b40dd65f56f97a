import 'server-only';
import { type PeerSession, type PeopleInput, type SessionRole, SessionRoleSchema } from '@/contracts/peer-session';
import type { KnownViewer } from '../accounts/policies';
import { AppError } from '../errors';
import { appendEventsTo } from '../events/outbox';
import { notify } from '../notifications/notify';
import { teammates } from '../teams/access';
import { inTransaction, type Transaction } from '../transaction';
import { type HeldSession, holdSession } from './access';
import { type HeldRoles, proposeRoles } from './roles';

/** Who comes so much later than the start is late. */
const LATE_MS = 5 * 60_000;
/** Sessions back that count for whose turn it is: more than a course has. */
const HISTORY = 60;

type Roles = Partial<Record<SessionRole, string>>;

/**
 * Who belongs to a session: the team's members now, and who had a part in it before they left the team.
 * `proposed`: the roles follow from the history and are not fixed yet.
 */
export async function readPeople(
  tx: Pick<Transaction, 'enrolment' | 'attendance' | 'peerSession'>,
  session: HeldSession,
  { isOpen }: { isOpen: boolean },
): Promise<{ people: PeerSession['people']; rolesProposed: boolean }> {
  const members = await tx.enrolment.findMany({
    where: { teamId: session.team.id },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    select: { user: { select: { id: true, name: true } } },
  });
  const rows = await tx.attendance.findMany({
    where: { sessionId: session.id },
    select: { role: true, joinedAt: true, excused: true, user: { select: { id: true, name: true } } },
  });
  const rolesProposed = isOpen && session.startedAt === null && rows.every(({ role }) => role === null);
  const proposal = rolesProposed
    ? await proposalFor(
        tx,
        session,
        members.map(({ user }) => user.id),
        rows,
      )
    : {};
  const isMember = new Set(members.map(({ user }) => user.id));
  const gone = rows.filter(
    ({ user, role, joinedAt }) => !isMember.has(user.id) && (role !== null || joinedAt !== null),
  );
  const isOver = !isOpen || session.clock.state === 'ended';
  const people = [...members.map(({ user }) => user), ...gone.map(({ user }) => user)].map((user) => {
    const row = rows.find((one) => one.user.id === user.id);
    const proposed = SessionRoleSchema.options.find((role) => proposal[role] === user.id) ?? null;
    return {
      ...user,
      role: rolesProposed ? proposed : (row?.role ?? null),
      state: stateOf(row ?? { joinedAt: null, excused: false }, session.startedAt, isOver),
      joinedAt: row?.joinedAt?.toISOString() ?? null,
      isMember: isMember.has(user.id),
    };
  });
  return { people, rolesProposed };
}

/** As lists and summaries name it. */
export function stateOf(
  { joinedAt, excused }: { joinedAt: Date | null; excused: boolean },
  startedAt: Date | null,
  isOver: boolean,
): PeerSession['people'][number]['state'] {
  if (joinedAt === null) return excused ? 'excused' : isOver ? 'absent' : 'expected';
  return startedAt !== null && joinedAt.getTime() - startedAt.getTime() > LATE_MS ? 'late' : 'present';
}

/** Among who is there; before anybody is, among who is not excused. */
async function proposalFor(
  tx: Pick<Transaction, 'peerSession'>,
  session: HeldSession,
  members: readonly string[],
  rows: readonly { joinedAt: Date | null; excused: boolean; user: { id: string } }[],
): Promise<Roles> {
  const here = new Set(rows.flatMap(({ joinedAt, user }) => (joinedAt === null ? [] : [user.id])));
  const excused = new Set(rows.flatMap((row) => (row.excused ? [row.user.id] : [])));
  const present = members.filter((id) => here.has(id));
  const candidates = present.length > 0 ? present : members.filter((id) => !excused.has(id));
  return proposeRoles(candidates, await readHistory(tx, session));
}

async function readHistory(tx: Pick<Transaction, 'peerSession'>, session: HeldSession): Promise<HeldRoles[]> {
  const sessions = await tx.peerSession.findMany({
    where: { teamId: session.team.id, day: { lt: new Date(session.day) }, startedAt: { not: null } },
    orderBy: { day: 'desc' },
    take: HISTORY,
    select: { attendance: { select: { userId: true, role: true, joinedAt: true } } },
  });
  return sessions.reverse().map(({ attendance }) => ({
    present: attendance.flatMap(({ userId, role, joinedAt }) => ((role ?? joinedAt) ? [userId] : [])),
    roles: Object.fromEntries(attendance.flatMap(({ userId, role }) => (role ? [[role, userId]] : []))),
  }));
}

/** Makes the proposal the session's roles; who has them is told. Nothing happens once they are fixed. */
export async function fixRoles(tx: Transaction, session: HeldSession): Promise<void> {
  const { people, rolesProposed } = await readPeople(tx, session, { isOpen: true });
  if (!rolesProposed) return;
  for (const { id, role } of people) if (role !== null) await setRole(tx, session.id, id, role);
}

async function setRole(tx: Transaction, sessionId: string, userId: string, role: SessionRole | null): Promise<void> {
  await tx.attendance.upsert({
    where: { sessionId_userId: { sessionId, userId } },
    create: { sessionId, userId, role },
    update: { role },
  });
}

/**
 * Notes who is here, who is excused, and who takes which role.
 * @throws {AppError} `not-found`, also for somebody who is not in the team; `forbidden` for staff; `conflict` when it is over
 */
export async function changePeople(viewer: KnownViewer, sessionId: string, input: PeopleInput): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await holdSession(tx, viewer, sessionId, { open: true });
    const members = await teammates(tx, session.team.id);
    const user = input.action === 'here' ? viewer.id : input.user;
    if (!members.includes(user)) throw new AppError('not-found');
    const told: string[] = [];
    if (input.action === 'here') {
      if (!(await arrive(tx, session, user))) return;
    } else if (input.action === 'excuse') {
      await tx.attendance.upsert({
        where: { sessionId_userId: { sessionId, userId: user } },
        create: { sessionId, userId: user, excused: input.excused },
        update: { excused: input.excused },
      });
    } else {
      await fixRoles(tx, session);
      await swap(tx, sessionId, user, input.role);
      told.push(...(await notify(tx, [{ kind: 'role', sessionId, actorId: viewer.id, recipients: [user] }])));
    }
    await tellTeam(tx, session, members, 'people', told);
  });
}

/** @returns false for who was here already, and after the end: who opens a summary was not there */
export async function arrive(tx: Transaction, session: HeldSession, userId: string): Promise<boolean> {
  if (session.clock.state === 'ended') return false;
  const changed = await tx.$executeRaw`
    INSERT INTO attendance (session_id, user_id, joined_at) VALUES (${session.id}, ${userId}, now())
    ON CONFLICT (session_id, user_id) DO UPDATE SET joined_at = now() WHERE attendance.joined_at IS NULL`;
  return changed > 0;
}

/** Who had the role gets the one that its new holder had. */
async function swap(tx: Transaction, sessionId: string, user: string, role: SessionRole): Promise<void> {
  const rows = await tx.attendance.findMany({ where: { sessionId, role: { not: null } } });
  const own = rows.find(({ userId }) => userId === user)?.role ?? null;
  const holder = rows.find((row) => row.role === role);
  if (holder?.userId === user) return;
  if (holder) await setRole(tx, sessionId, holder.userId, own);
  await setRole(tx, sessionId, user, role);
}

/** Last statement of a change: everybody's pages hear that a part of the session is another now. */
export async function tellTeam(
  tx: Transaction,
  session: Pick<HeldSession, 'id' | 'team'>,
  members: readonly string[],
  part: 'clock' | 'people' | 'items' | 'instruction',
  withNewLine: readonly string[] = [],
): Promise<void> {
  const event = { type: 'session' as const, session: session.id, part };
  const told = new Set(withNewLine);
  await appendEventsTo(tx, members, [event]);
  await appendEventsTo(tx, [...told], [{ type: 'inbox' }]);
}
