import 'server-only';
import type { Joined } from '@/contracts/team';
import type { KnownViewer } from '../accounts/policies';
import { hashToken } from '../accounts/tokens';
import { db } from '../db';
import { AppError } from '../errors';
import { appendEventsTo, lockStreams } from '../events/outbox';
import { logger } from '../logger';
import { teammates } from '../teams/access';
import { inTransaction, type Transaction } from '../transaction';
import { seatIfFree } from './change';
import { WAITING } from './invitations';
import { recordChanges } from './record';
import { RANK } from './roster-plan';

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired' | 'unknown';

/** An invitation as the page of its link shows it. */
export interface SeenInvitation {
  state: InvitationState;
  cohort: string;
  role: 'LEARNER' | 'ASSISTANT' | 'INSTRUCTOR';
  team: string | null;
}

const SELECT = {
  ...{ id: true, role: true, teamId: true, expiresAt: true, acceptedAt: true, acceptedById: true, revokedAt: true },
  createdById: true,
  team: { select: { id: true, name: true } },
  cohort: { select: { id: true, name: true, teamSize: true, archivedAt: true } },
} as const;

function stateOf(invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }): InvitationState {
  if (invitation.acceptedAt !== null) return 'used';
  if (invitation.revokedAt !== null) return 'revoked';
  return invitation.expiresAt <= new Date() ? 'expired' : 'open';
}

/** What a link opens, looked at without using it up. */
export async function findInvitation(token: string): Promise<SeenInvitation> {
  const found = await db.invitation.findUnique({ where: { tokenHash: hashToken(token) }, select: SELECT });
  if (found === null || found.cohort.archivedAt !== null) {
    return { state: 'unknown', cohort: '', role: 'LEARNER', team: null };
  }
  const { cohort, role, team } = found;
  return { state: stateOf(found), cohort: cohort.name, role, team: team?.name ?? null };
}

/**
 * Takes an invitation up by its link, whatever address the viewer's account has. Once more by the same person is the same.
 * @throws {AppError} `not-found`; `conflict` when somebody else took it up, or it has run out or was revoked
 */
export async function takeInvitation(viewer: KnownViewer, token: string): Promise<Joined> {
  return inTransaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM invitation WHERE token_hash = ${hashToken(token)} FOR UPDATE`;
    const invitation = held && (await tx.invitation.findUnique({ where: { id: held.id }, select: SELECT }));
    if (!invitation || invitation.cohort.archivedAt !== null) throw new AppError('not-found');
    const isOwn = invitation.acceptedById === viewer.id;
    if (!isOwn && stateOf(invitation) !== 'open') throw new AppError('conflict');
    const { id, name } = invitation.cohort;
    if (!isOwn) await takeUp(tx, invitation, { userId: viewer.id, actorId: viewer.id });
    const enrolment = await tx.enrolment.findUnique({
      where: { userId_cohortId: { userId: viewer.id, cohortId: id } },
      select: { team: { select: { id: true, name: true } } },
    });
    // Taken up once, and removed since.
    if (enrolment === null) throw new AppError('conflict');
    return { cohort: { id, name }, team: enrolment.team };
  });
}

/**
 * Takes up whatever waits for the confirmed address of somebody: call it when an address is confirmed, and when a session
 * begins. Never fails: what was missed is taken up at the next sign-in.
 */
export async function takeWaitingInvitations(userId: string): Promise<void> {
  try {
    const user = await db.user.findUnique({
      where: { id: userId, emailVerified: true, isAnonymous: false },
      select: { email: true },
    });
    if (user === null) return;
    const waiting = await db.invitation.findMany({
      where: {
        ...{ email: user.email.toLowerCase(), ...WAITING, expiresAt: { gt: new Date() } },
        cohort: { archivedAt: null },
      },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    for (const { id } of waiting) await inTransaction((tx) => takeWaiting(tx, id, userId));
  } catch (err) {
    logger.error({ err }, 'invitations could not be taken up');
  }
}

async function takeWaiting(tx: Transaction, id: string, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM invitation WHERE id = ${id} FOR UPDATE`;
  const invitation = await tx.invitation.findUnique({ where: { id }, select: SELECT });
  if (invitation === null || stateOf(invitation) !== 'open') return;
  await takeUp(tx, invitation, { userId, actorId: invitation.createdById });
}

type Held = NonNullable<
  Awaited<ReturnType<typeof db.invitation.findUnique<{ where: { id: string }; select: typeof SELECT }>>>
>;

/**
 * Enrols somebody by an invitation that is held and open. Who is in already gets its role if that is the higher one, and its team
 * if they have none; a team without a place left is left out.
 */
async function takeUp(
  tx: Transaction,
  { id, cohort, role: offered, team: place }: Held,
  { userId, actorId }: { userId: string; actorId: string | null },
): Promise<void> {
  const cohortId = cohort.id;
  await tx.enrolment.createMany({ data: { userId, cohortId }, skipDuplicates: true });
  const [before] = await tx.$queryRaw<{ role: Held['role']; teamId: string | null }[]>`
    SELECT role::text, team_id AS "teamId" FROM enrolment
    WHERE user_id = ${userId} AND cohort_id = ${cohortId} FOR UPDATE`;
  if (before === undefined) throw new Error('The enrolment that was just made is gone.');
  const role = RANK[offered] > RANK[before.role] ? offered : before.role;
  const leaves = role === 'LEARNER' ? null : before.teamId;
  const audience = leaves === null ? [] : await teammates(tx, leaves);
  await tx.enrolment.update({
    where: { userId_cohortId: { userId, cohortId } },
    data: { role, ...(leaves !== null && { teamId: null }) },
  });
  const isSeated =
    role === 'LEARNER' && before.teamId === null && place !== null && (await seatIfFree(tx, userId, place, cohort));
  const teamId = role === 'LEARNER' ? (isSeated ? place.id : before.teamId) : null;
  await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date(), acceptedById: userId } });
  const { told } = await recordChanges(tx, { actorId, cohortId }, [
    { userId, kind: 'ENROLLED', role, teamId, before: { invitation: id } },
  ]);
  const changed = isSeated ? place.id : leaves;
  const hearers = isSeated ? await teammates(tx, place.id) : audience;
  await lockStreams(tx, [...told, ...hearers]);
  if (changed !== null) await appendEventsTo(tx, hearers, [{ type: 'team', team: changed }]);
  await appendEventsTo(tx, told, [{ type: 'inbox' }]);
}
