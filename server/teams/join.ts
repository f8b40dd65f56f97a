import 'server-only';
import type { Joined, JoinPreview } from '@/contracts/team';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { appendEventsTo } from '../events/outbox';
import { inTransaction, type Transaction } from '../transaction';
import { teammates } from './access';

/** @throws {AppError} `not-found` for a code that opens nothing */
export async function previewCode(viewer: KnownViewer, code: string): Promise<JoinPreview> {
  const enrolment = { where: { userId: viewer.id }, select: { role: true, teamId: true } } as const;
  const team = await db.team.findFirst({
    where: { joinCode: code, cohort: { archivedAt: null } },
    select: {
      id: true,
      name: true,
      cohort: { select: { name: true, teamSize: true, enrolments: enrolment } },
      _count: { select: { members: true } },
    },
  });
  if (team !== null) {
    const [own] = team.cohort.enrolments;
    const state = () => {
      if (own?.teamId === team.id) return 'in';
      if (own !== undefined && own.role !== 'LEARNER') return 'staff';
      if (own?.teamId) return 'elsewhere';
      return team._count.members >= team.cohort.teamSize ? 'full' : 'open';
    };
    return { kind: 'team', name: team.name, cohort: team.cohort.name, state: state(), team: team.id };
  }
  const cohort = await db.cohort.findFirst({
    where: { joinCode: code, archivedAt: null },
    select: { name: true, enrolments: enrolment },
  });
  if (cohort === null) throw new AppError('not-found');
  const [own] = cohort.enrolments;
  const state = own === undefined ? 'open' : own.role === 'LEARNER' ? 'in' : 'staff';
  return { kind: 'cohort', name: cohort.name, cohort: cohort.name, state, team: own?.teamId ?? null };
}

/**
 * Enrols the viewer as a learner of the cohort with this code. Whoever is in it stays as they are.
 * @throws {AppError} `not-found`
 */
export async function joinCohort(viewer: KnownViewer, code: string): Promise<Joined> {
  const cohort = await db.cohort.findFirst({
    where: { joinCode: code, archivedAt: null },
    select: { id: true, name: true },
  });
  if (cohort === null) throw new AppError('not-found');
  await db.enrolment.createMany({ data: { userId: viewer.id, cohortId: cohort.id }, skipDuplicates: true });
  return { cohort, team: null };
}

/**
 * Uses a code: a cohort's enrols; a team's enrols in its cohort, too, and puts the viewer into the team.
 * @throws {AppError} `not-found`; `forbidden` for who teaches the cohort; `conflict` when the team is full or the viewer
 *   is in another team of the cohort
 */
export async function join(viewer: KnownViewer, code: string): Promise<Joined> {
  const team = await db.team.findFirst({
    where: { joinCode: code, cohort: { archivedAt: null } },
    select: { id: true, name: true, cohort: { select: { id: true, name: true, teamSize: true } } },
  });
  if (team === null) return joinCohort(viewer, code);
  const { cohort } = team;
  await inTransaction(async (tx) => {
    await tx.enrolment.createMany({ data: { userId: viewer.id, cohortId: cohort.id }, skipDuplicates: true });
    const enrolment = await holdEnrolment(tx, viewer.id, cohort.id);
    if (enrolment?.teamId === team.id) return;
    if (enrolment?.role !== 'LEARNER') throw new AppError('forbidden');
    if (enrolment.teamId !== null) throw new AppError('conflict');
    await seat(tx, viewer.id, { id: team.id, cohortId: cohort.id, teamSize: cohort.teamSize });
    await appendEventsTo(tx, await teammates(tx, team.id), [{ type: 'team', team: team.id }]);
  });
  return { cohort: { id: cohort.id, name: cohort.name }, team: { id: team.id, name: team.name } };
}

/** Who joins two teams at once is in the first; who is moved and leaves at once does one after the other. */
export async function holdEnrolment(
  tx: Transaction,
  userId: string,
  cohortId: string,
): Promise<{ role: string; teamId: string | null } | undefined> {
  const [enrolment] = await tx.$queryRaw<{ role: string; teamId: string | null }[]>`
    SELECT role::text, team_id AS "teamId" FROM enrolment
    WHERE user_id = ${userId} AND cohort_id = ${cohortId} FOR UPDATE`;
  return enrolment;
}

/**
 * Puts a learner, whose enrolment is held, into a team. Its row is locked: two who take the last place at once do not
 * both get it.
 * @throws {AppError} `conflict` when it is full
 */
export async function seat(
  tx: Transaction,
  userId: string,
  team: { id: string; cohortId: string; teamSize: number },
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM team WHERE id = ${team.id} FOR UPDATE`;
  if ((await tx.enrolment.count({ where: { teamId: team.id } })) >= team.teamSize) throw new AppError('conflict');
  await tx.enrolment.update({
    where: { userId_cohortId: { userId, cohortId: team.cohortId } },
    data: { teamId: team.id },
  });
}
