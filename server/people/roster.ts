import 'server-only';
import { createHash } from 'node:crypto';
import type { RosterAnswer, RosterInput } from '@/contracts/cohort-people';
import { ROSTER_BYTES } from '@/contracts/cohort-people';
import type { KnownViewer } from '../accounts/policies';
import { AppError } from '../errors';
import { appendEventsTo, lockStreams } from '../events/outbox';
import { newJoinCode } from '../teams/join-code';
import { inTransaction, isUniqueViolation, type Transaction } from '../transaction';
import { holdPeople } from './hold';
import { linksAsCsv, type MadeInvitation, makeInvitations, sendInvitations } from './invitations';
import { type PlaceChange, recordChanges } from './record';
import { type RosterRow, readRosterFile } from './roster-file';
import { planRoster, type RosterPlan, type RosterState, type Step, teamKey } from './roster-plan';

/** Room for two thousand rows, in milliseconds. */
const TIMEOUT_MS = 60_000;

/**
 * Says what a roster would do to a cohort, or does it: as a whole, in one transaction, and only what was said before.
 * @throws {AppError} `not-found`; `forbidden` for an assistant; `source-too-large`; `conflict` when a row is in error, or
 *   something else would happen by now
 */
export async function importRoster(viewer: KnownViewer, cohortId: string, input: RosterInput): Promise<RosterAnswer> {
  const { roster, apply, locale } = input;
  const file = 'file' in roster ? readFile(roster.file) : { rows: roster.people.map(asRow), ignored: [] };
  if ('problem' in file) {
    // The same rights as for one that can be read.
    await inTransaction((tx) => holdPeople(tx, viewer, cohortId));
    return { kind: 'unreadable', ...file };
  }
  const outcome = await inTransaction(
    async (tx) => {
      const { teamSize } = await holdPeople(tx, viewer, cohortId);
      if (apply !== undefined) await holdPlaces(tx, cohortId);
      const state = await loadState(tx, { cohortId, actorId: viewer.id, teamSize }, file.rows);
      const plan = planRoster(file.rows, state);
      const digest = createHash('sha256').update(JSON.stringify(plan.rows)).digest('base64url');
      if (apply === undefined) return { kind: 'plan' as const, plan, digest };
      if (apply !== digest || plan.rows.some(({ outcome }) => outcome === 'error')) throw new AppError('conflict');
      return { kind: 'applied' as const, applied: await applyPlan(tx, viewer, { cohortId, locale, state, plan }) };
    },
    { timeout: TIMEOUT_MS },
  ).catch((error) => {
    throw isUniqueViolation(error) ? new AppError('conflict') : error;
  });
  if (outcome.kind === 'plan') {
    const { rows, newTeams } = outcome.plan;
    const { ignored } = file;
    return { kind: 'plan', rows, newTeams: [...newTeams.values()], ignored, digest: outcome.digest };
  }
  const { invitations, ...counts } = outcome.applied;
  return {
    kind: 'applied',
    ...counts,
    links: invitations,
    csv: linksAsCsv(invitations, locale),
    mailed: await sendInvitations(viewer, cohortId, invitations, locale),
  };
}

function readFile(base64: string) {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.byteLength > ROSTER_BYTES) throw new AppError('source-too-large');
  return readRosterFile(bytes);
}

function asRow(person: { name: string; email: string; role: string; team: string }, at: number): RosterRow {
  return { ...person, line: at + 1, isTooLong: false };
}

/** Holds what a roster may change until the transaction ends: who takes a place meanwhile waits. */
async function holdPlaces(tx: Transaction, cohortId: string): Promise<void> {
  await tx.$queryRaw`SELECT user_id FROM enrolment WHERE cohort_id = ${cohortId} ORDER BY user_id FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM team WHERE cohort_id = ${cohortId} ORDER BY id FOR UPDATE`;
}

/** Everything that the rows may be about. */
async function loadState(
  tx: Transaction,
  { cohortId, actorId, teamSize }: { cohortId: string; actorId: string; teamSize: number },
  rows: readonly RosterRow[],
): Promise<RosterState> {
  const addresses = [...new Set(rows.map(({ email }) => email.trim().toLowerCase()))];
  const [teams, enrolments, accounts, invitations] = [
    await tx.team.findMany({ where: { cohortId }, select: { id: true, name: true } }),
    await tx.enrolment.findMany({
      where: { cohortId },
      select: { role: true, teamId: true, user: { select: { id: true, email: true, emailVerified: true } } },
    }),
    await tx.user.findMany({
      where: {
        ...{ email: { in: addresses }, emailVerified: true, isAnonymous: false },
        enrolments: { none: { cohortId } },
      },
      select: { id: true, email: true },
    }),
    await tx.invitation.findMany({
      where: { cohortId, acceptedAt: null, revokedAt: null },
      select: { id: true, email: true, role: true, teamId: true },
    }),
  ];
  const people = enrolments.map(({ user: { emailVerified, email, id }, role, teamId }) => ({
    ...{ id, email: email.toLowerCase(), isConfirmed: emailVerified, role, teamId },
  }));
  return { actorId, teamSize, teams, people, accounts, invitations };
}

interface Applied {
  enrolled: number;
  invited: number;
  changed: number;
  invitations: MadeInvitation[];
}

async function applyPlan(
  tx: Transaction,
  viewer: KnownViewer,
  { cohortId, locale, state, plan }: { cohortId: string; locale: string; state: RosterState; plan: RosterPlan },
): Promise<Applied> {
  const teams = new Map(state.teams.map((team) => [teamKey(team.name), team]));
  if (plan.newTeams.size > 0) {
    const made = await tx.team.createManyAndReturn({
      data: [...plan.newTeams.values()].map((name) => ({ cohortId, name, joinCode: newJoinCode() })),
      select: { id: true, name: true },
    });
    for (const team of made) teams.set(teamKey(team.name), team);
  }
  const idOf = (key: string | null) => (key === null ? null : (teams.get(key)?.id ?? null));
  const enrolling = stepsOf(plan.steps, 'enrol');
  const { count } = await tx.enrolment.createMany({
    data: enrolling.map(({ userId, role, team }) => ({ userId, cohortId, role, teamId: idOf(team) })),
    skipDuplicates: true,
  });
  // One of them has just come by a code.
  if (count < enrolling.length) throw new AppError('conflict');

  const changing = stepsOf(plan.steps, 'change');
  await tx.$executeRaw`
    UPDATE enrolment SET role = step.role::role, team_id = step.team
    FROM unnest(${changing.map(({ userId }) => userId)}::text[], ${changing.map(({ role }) => role)}::text[],
      ${changing.map(({ team }) => idOf(team))}::text[]) AS step(user_id, role, team)
    WHERE enrolment.cohort_id = ${cohortId} AND enrolment.user_id = step.user_id`;
  const rewriting = stepsOf(plan.steps, 'change-invitation');
  await tx.$executeRaw`
    UPDATE invitation SET role = step.role::role, team_id = step.team
    FROM unnest(${rewriting.map(({ invitationId }) => invitationId)}::text[],
      ${rewriting.map(({ role }) => role)}::text[], ${rewriting.map(({ team }) => idOf(team))}::text[]
    ) AS step(id, role, team)
    WHERE invitation.id = step.id`;
  const nameOf = new Map([...teams.values()].map(({ id, name }) => [id, name]));
  const invitations = await makeInvitations(
    tx,
    viewer,
    { cohortId, locale },
    stepsOf(plan.steps, 'invite').map(({ email, name, role, team }) => {
      const teamId = idOf(team);
      return { email, name, role, teamId, team: teamId === null ? null : (nameOf.get(teamId) ?? null) };
    }),
  );

  const place = { actorId: viewer.id, cohortId };
  const changeOf =
    (kind: 'ROLE' | 'TEAM') =>
    (step: (typeof changing)[number]): PlaceChange => ({
      ...{ userId: step.userId, kind, role: step.role, teamId: idOf(step.team) },
      before: { roleBefore: step.roleBefore, from: idOf(step.teamBefore), to: idOf(step.team) },
    });
  const told = new Set<string>();
  for (const changes of [
    enrolling.map(({ userId, role, team }): PlaceChange => ({ userId, kind: 'ENROLLED', role, teamId: idOf(team) })),
    changing.filter(({ role, roleBefore }) => role !== roleBefore).map(changeOf('ROLE')),
    // A change of role says where it leads.
    changing.filter(({ role, roleBefore }) => role === roleBefore).map(changeOf('TEAM')),
  ]) {
    for (const id of (await recordChanges(tx, place, changes)).told) told.add(id);
  }
  await tx.auditEntry.create({
    data: {
      ...{ actorId: viewer.id, cohortId, action: 'cohort.roster', subject: cohortId },
      detail: { rows: plan.rows.length, invited: invitations.length, invitationsChanged: rewriting.length },
    },
  });
  await tell(tx, { told: [...told], changed: teamsTouched([...enrolling, ...changing], idOf) });
  return {
    enrolled: enrolling.length,
    invited: invitations.length,
    changed: changing.length + rewriting.length,
    invitations,
  };
}

function stepsOf<Kind extends Step['kind']>(steps: readonly Step[], kind: Kind): Extract<Step, { kind: Kind }>[] {
  return steps.filter((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
}

function teamsTouched(steps: readonly Step[], idOf: (key: string | null) => string | null): string[] {
  const ids = steps.flatMap((step) => {
    const before = step.kind === 'change' ? step.teamBefore : null;
    return step.team === before ? [] : [idOf(step.team), idOf(before)];
  });
  return [...new Set(ids)].filter((id) => id !== null);
}

/** Last statements of the transaction: inboxes, and the pages of teams that have other members now. */
async function tell(tx: Transaction, { told, changed }: { told: string[]; changed: string[] }): Promise<void> {
  const members = await tx.enrolment.findMany({
    where: { teamId: { in: changed } },
    select: { userId: true, teamId: true },
  });
  await lockStreams(tx, [...told, ...members.map(({ userId }) => userId)]);
  for (const team of changed) {
    const audience = members.filter(({ teamId }) => teamId === team).map(({ userId }) => userId);
    await appendEventsTo(tx, audience, [{ type: 'team', team }]);
  }
  await appendEventsTo(tx, told, [{ type: 'inbox' }]);
}
