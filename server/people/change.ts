import 'server-only';
import type { CohortRole, PersonChange } from '@/contracts/cohort-people';
import type { KnownViewer } from '../accounts/policies';
import { AppError } from '../errors';
import { appendEventsTo, lockStreams } from '../events/outbox';
import { teammates } from '../teams/access';
import { seat } from '../teams/join';
import { newJoinCode } from '../teams/join-code';
import { moveMember } from '../teams/manage';
import { inTransaction, type Transaction } from '../transaction';
import { holdPeople, requireInstructor } from './hold';
import { recordChanges } from './record';

/** Who of which cohort. */
interface Place {
  cohortId: string;
  userId: string;
}

/**
 * Changes somebody's role, team or cohort. It is in the audit trail, and they are told.
 * @throws {AppError} `not-found`; `forbidden` for an assistant; `conflict` when it would take the last instructor away, the team
 *   is full, or they are in the other cohort already; `invalid-input` for the cohort in which they are
 */
export async function changePerson(viewer: KnownViewer, place: Place, change: PersonChange): Promise<void> {
  switch (change.action) {
    case 'role':
      return changeRole(viewer, place, change.role);
    case 'team':
      return moveMember(viewer, { cohort: place.cohortId, user: place.userId, team: change.team });
    case 'cohort':
      return moveToCohort(viewer, place, change.cohort);
  }
}

/** Staff are in no team. */
async function changeRole(viewer: KnownViewer, { cohortId, userId }: Place, role: CohortRole): Promise<void> {
  await inTransaction(async (tx) => {
    await holdPeople(tx, viewer, cohortId);
    const before = await holdEnrolled(tx, { cohortId, userId });
    if (before.role === role) return;
    const audience = before.teamId === null ? [] : await teammates(tx, before.teamId);
    const teamId = role === 'LEARNER' ? before.teamId : null;
    await tx.enrolment.update({ where: { userId_cohortId: { userId, cohortId } }, data: { role, teamId } });
    if (before.role === 'INSTRUCTOR') await requireInstructor(tx, cohortId);
    const { told } = await recordChanges(tx, { actorId: viewer.id, cohortId }, [
      { userId, kind: 'ROLE', role, teamId, before: { roleBefore: before.role, teamBefore: before.teamId } },
    ]);
    await tell(tx, told, before.teamId !== teamId ? { team: before.teamId, audience } : undefined);
  });
}

/** Submissions stay in the cohort in which they were made, standings are the person's; the team stays behind. */
async function moveToCohort(viewer: KnownViewer, { cohortId, userId }: Place, targetId: string): Promise<void> {
  if (cohortId === targetId) throw new AppError('invalid-input');
  await inTransaction(async (tx) => {
    // In one order for everybody, so that two who move people across never wait for each other.
    await tx.$queryRaw`SELECT id FROM cohort WHERE id IN (${cohortId}, ${targetId}) ORDER BY id FOR NO KEY UPDATE`;
    for (const id of [cohortId, targetId]) await holdPeople(tx, viewer, id);
    const before = await holdEnrolled(tx, { cohortId, userId });
    const isThere = await tx.enrolment.count({ where: { userId, cohortId: targetId } });
    if (isThere > 0) throw new AppError('conflict');
    const audience = before.teamId === null ? [] : await teammates(tx, before.teamId);
    await tx.enrolment.update({
      where: { userId_cohortId: { userId, cohortId } },
      data: { cohortId: targetId, teamId: null, createdAt: new Date() },
    });
    if (before.role === 'INSTRUCTOR') await requireInstructor(tx, cohortId);
    const { told } = await recordChanges(tx, { actorId: viewer.id, cohortId: targetId }, [
      { userId, kind: 'MOVED', role: before.role, teamId: null, fromCohortId: cohortId, before: { from: cohortId } },
    ]);
    await tx.auditEntry.create({
      data: {
        ...{ actorId: viewer.id, cohortId, action: 'member.transfer', subject: userId },
        detail: { to: targetId, role: before.role, teamBefore: before.teamId },
      },
    });
    await tell(tx, told, { team: before.teamId, audience: [...audience, userId] });
  });
}

/**
 * Takes somebody out of a cohort: what they made stays theirs, their place in a team ends.
 * @returns the removal, which {@link restorePerson} undoes
 * @throws {AppError} `not-found`; `forbidden` for an assistant; `conflict` for the last instructor
 */
export async function removePerson(viewer: KnownViewer, { cohortId, userId }: Place): Promise<string> {
  return inTransaction(async (tx) => {
    await holdPeople(tx, viewer, cohortId);
    await holdEnrolled(tx, { cohortId, userId });
    const enrolment = await tx.enrolment.findUniqueOrThrow({ where: { userId_cohortId: { userId, cohortId } } });
    const { role, teamId, shares, createdAt } = enrolment;
    const audience = teamId === null ? [] : await teammates(tx, teamId);
    await tx.enrolment.delete({ where: { userId_cohortId: { userId, cohortId } } });
    if (role === 'INSTRUCTOR') await requireInstructor(tx, cohortId);
    // Else the next sign-in would bring them back.
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    await tx.invitation.updateMany({
      where: { cohortId, email: email.toLowerCase(), acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    const { ids, told } = await recordChanges(tx, { actorId: viewer.id, cohortId }, [
      { userId, kind: 'REMOVED', role, teamId, shares, joinedAt: createdAt },
    ]);
    await tell(tx, told, { team: teamId, audience });
    return ids[0] ?? '';
  });
}

/**
 * Undoes a removal: role, what they share, and the place in the team if there still is one.
 * @returns the team's name; null where they are in none now
 * @throws {AppError} `not-found`, also for one that is undone; `forbidden` for an assistant; `conflict` for who is in again
 */
export async function restorePerson(
  viewer: KnownViewer,
  { cohortId, removalId }: { cohortId: string; removalId: string },
): Promise<string | null> {
  return inTransaction(async (tx) => {
    const cohort = await holdPeople(tx, viewer, cohortId);
    const removal = await tx.enrolmentChange.findFirst({
      where: { id: removalId, cohortId, kind: 'REMOVED', undoneAt: null },
      select: { userId: true, role: true, shares: true, joinedAt: true, team: { select: { id: true, name: true } } },
    });
    if (removal === null) throw new AppError('not-found');
    const { userId, role, shares, joinedAt } = removal;
    const { count } = await tx.enrolment.createMany({
      data: { userId, cohortId, role, ...(shares && { shares }), ...(joinedAt && { createdAt: joinedAt }) },
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError('conflict');
    const team = removal.team && (await seatIfFree(tx, userId, removal.team, cohort)) ? removal.team : null;
    await tx.enrolmentChange.update({ where: { id: removalId }, data: { undoneAt: new Date() } });
    const { told } = await recordChanges(tx, { actorId: viewer.id, cohortId }, [
      { userId, kind: 'RESTORED', role, teamId: team?.id ?? null },
    ]);
    await tell(tx, told, team === null ? undefined : { team: team.id, audience: await teammates(tx, team.id) });
    return team?.name ?? null;
  });
}

/**
 * A new code for the cohort: the old one and its link open nothing from now on.
 * @throws {AppError} `not-found`; `forbidden` for an assistant
 */
export async function renewCohortCode(viewer: KnownViewer, cohortId: string): Promise<string> {
  return inTransaction(async (tx) => {
    await holdPeople(tx, viewer, cohortId);
    const joinCode = newJoinCode();
    await tx.cohort.update({ where: { id: cohortId }, data: { joinCode } });
    await tx.auditEntry.create({ data: { actorId: viewer.id, cohortId, action: 'cohort.code', subject: cohortId } });
    return joinCode;
  });
}

/** @returns whether there was a place; where there was none nothing has changed */
export async function seatIfFree(
  tx: Transaction,
  userId: string,
  team: { id: string },
  cohort: { id: string; teamSize: number },
): Promise<boolean> {
  try {
    await seat(tx, userId, { id: team.id, cohortId: cohort.id, teamSize: cohort.teamSize });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return false;
    throw error;
  }
}

/** @throws {AppError} `not-found` for who is not in it */
async function holdEnrolled(
  tx: Transaction,
  { cohortId, userId }: Place,
): Promise<{ role: CohortRole; teamId: string | null }> {
  const [enrolment] = await tx.$queryRaw<{ role: CohortRole; teamId: string | null }[]>`
    SELECT role::text, team_id AS "teamId" FROM enrolment
    WHERE user_id = ${userId} AND cohort_id = ${cohortId} FOR UPDATE`;
  if (enrolment === undefined) throw new AppError('not-found');
  return enrolment;
}

/** Last statement of the transaction. `audience` hears of its team. */
async function tell(
  tx: Transaction,
  told: readonly string[],
  change?: { team: string | null; audience: readonly string[] },
): Promise<void> {
  const audience = change?.team == null ? [] : change.audience;
  await lockStreams(tx, [...told, ...audience]);
  if (change?.team != null) await appendEventsTo(tx, audience, [{ type: 'team', team: change.team }]);
  await appendEventsTo(tx, told, [{ type: 'inbox' }]);
}
