import 'server-only';
import type * as z from 'zod';
import type { MoveInputSchema, SharingInputSchema, Team, TeamInputSchema } from '@/contracts/team';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { appendEventsTo, lockStreams } from '../events/outbox';
import { holdPeople } from '../people/hold';
import { recordChanges } from '../people/record';
import { inTransaction, isUniqueViolation, type Transaction } from '../transaction';
import { holdTeam, learned, teammates } from './access';
import { holdEnrolment, seat } from './join';
import { newJoinCode } from './join-code';
import { readTeam } from './read';

/**
 * A new team with the viewer in it.
 * @throws {AppError} `not-found` for a cohort in which the viewer does not learn; `conflict` when the name is taken or the
 *   viewer is in a team there
 */
export async function createTeam(viewer: KnownViewer, input: z.infer<typeof TeamInputSchema>): Promise<Team> {
  const id = await inTransaction(async (tx) => {
    const cohort = await tx.cohort.findFirst({
      where: { AND: [learned(viewer), { id: input.cohort, archivedAt: null }] },
      select: { id: true, teamSize: true },
    });
    if (cohort === null) throw new AppError('not-found');
    const enrolment = await holdEnrolment(tx, viewer.id, cohort.id);
    if (enrolment?.teamId) throw new AppError('conflict');
    await requireFreeName(tx, cohort.id, input.name);
    const team = await tx.team.create({
      data: { cohortId: cohort.id, name: input.name, joinCode: newJoinCode() },
      select: { id: true },
    });
    await seat(tx, viewer.id, { id: team.id, cohortId: cohort.id, teamSize: cohort.teamSize });
    return team.id;
  }).catch(asConflict);
  return readTeam(viewer, id);
}

/** @throws {AppError} `not-found`; `forbidden` for an assistant; `conflict` when the name is taken */
export async function renameTeam(viewer: KnownViewer, id: string, name: string): Promise<Team> {
  await inTransaction(async (tx) => {
    const { cohortId } = await holdTeam(tx, viewer, id);
    await requireFreeName(tx, cohortId, name, id);
    await tx.team.update({ where: { id }, data: { name } });
    await appendEventsTo(tx, await teammates(tx, id), [{ type: 'team', team: id }]);
  }).catch(asConflict);
  return readTeam(viewer, id);
}

/** Links and codes that were given away open nothing from now on. */
export async function renewCode(viewer: KnownViewer, id: string): Promise<Team> {
  await inTransaction(async (tx) => {
    await holdTeam(tx, viewer, id);
    await tx.team.update({ where: { id }, data: { joinCode: newJoinCode() } });
    await appendEventsTo(tx, await teammates(tx, id), [{ type: 'team', team: id }]);
  });
  return readTeam(viewer, id);
}

/** Takes the viewer out of their team. It stays, with its sessions and threads, also when nobody is left. */
export async function leaveTeam(viewer: KnownViewer, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const audience = await teammates(tx, id);
    const { count } = await tx.enrolment.updateMany({
      where: { userId: viewer.id, teamId: id, cohort: { archivedAt: null } },
      data: { teamId: null },
    });
    if (count === 0) throw new AppError('not-found');
    await appendEventsTo(tx, audience, [{ type: 'team', team: id }]);
  });
}

/**
 * Puts a learner into another team of the cohort, or out of theirs. Kept in the audit trail; they are told.
 * @throws {AppError} `not-found` for a cohort that the viewer does not teach, a team or person that is not in it;
 *   `forbidden` for an assistant; `conflict` when the team is full
 */
export async function moveMember(viewer: KnownViewer, input: z.infer<typeof MoveInputSchema>): Promise<void> {
  await inTransaction(async (tx) => {
    const cohort = await holdPeople(tx, viewer, input.cohort);
    const target = await tx.team.findFirst({
      where: { id: input.team ?? '', cohortId: cohort.id },
      select: { id: true },
    });
    const enrolment = await holdEnrolment(tx, input.user, cohort.id);
    if (enrolment?.role !== 'LEARNER' || (input.team !== null && target === null)) throw new AppError('not-found');
    const from = enrolment.teamId;
    if (from === input.team) return;
    const audience = new Set([input.user, ...(from === null ? [] : await teammates(tx, from))]);
    if (target) await seat(tx, input.user, { id: target.id, cohortId: cohort.id, teamSize: cohort.teamSize });
    else {
      await tx.enrolment.update({
        where: { userId_cohortId: { userId: input.user, cohortId: cohort.id } },
        data: { teamId: null },
      });
    }
    if (target) for (const id of await teammates(tx, target.id)) audience.add(id);
    const { told } = await recordChanges(tx, { actorId: viewer.id, cohortId: cohort.id, reason: input.reason }, [
      { userId: input.user, kind: 'TEAM', role: 'LEARNER', teamId: input.team, before: { from, to: input.team } },
    ]);
    const changed = [from, input.team].flatMap((team) => (team === null ? [] : [{ type: 'team' as const, team }]));
    await lockStreams(tx, [...audience, ...told]);
    await appendEventsTo(tx, [...audience], changed);
    await appendEventsTo(tx, told, [{ type: 'inbox' }]);
  });
}

/** What teammates may see of the viewer's progress from now on. */
export async function setSharing(
  viewer: KnownViewer,
  { cohort, shares }: z.infer<typeof SharingInputSchema>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const enrolment = await tx.enrolment.findFirst({
      where: { userId: viewer.id, cohortId: cohort, role: 'LEARNER', cohort: { archivedAt: null } },
      select: { teamId: true },
    });
    if (enrolment === null) throw new AppError('not-found');
    await tx.enrolment.update({
      where: { userId_cohortId: { userId: viewer.id, cohortId: cohort } },
      data: { shares },
    });
    const { teamId } = enrolment;
    if (teamId !== null) await appendEventsTo(tx, await teammates(tx, teamId), [{ type: 'team', team: teamId }]);
  });
}

/** "I am here", for the pages of teammates: a moment, kept nowhere. */
export async function findPresenceAudience(viewer: KnownViewer, teamId: string): Promise<string[]> {
  const members = await db.enrolment.findMany({
    where: { teamId, team: { members: { some: { userId: viewer.id } } } },
    select: { userId: true },
  });
  if (members.length === 0) throw new AppError('not-found');
  return members.map(({ userId }) => userId);
}

/** Names that differ in case only would be taken for one another. The cohort's row is held against a race. */
async function requireFreeName(tx: Transaction, cohortId: string, name: string, except?: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM cohort WHERE id = ${cohortId} FOR NO KEY UPDATE`;
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM team WHERE cohort_id = ${cohortId} AND lower(name) = lower(${name}) AND id <> ${except ?? ''}`;
  if (taken !== undefined) throw new AppError('conflict');
}

function asConflict(error: unknown): never {
  throw isUniqueViolation(error) ? new AppError('conflict') : error;
}
