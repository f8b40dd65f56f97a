import 'server-only';
import {
  type CohortRole,
  type PlannedRow,
  RosterEmailSchema,
  RosterNameSchema,
  RosterTeamSchema,
  type RowProblem,
} from '@/contracts/cohort-people';
import type { RosterRow } from './roster-file';

/** A cohort's people as they are, as far as a roster may concern them. */
export interface RosterState {
  /** Whoever applies it. */
  actorId: string;
  teamSize: number;
  teams: readonly { id: string; name: string }[];
  /** Everybody enrolled. Addresses are in lower case. */
  people: readonly { id: string; email: string; isConfirmed: boolean; role: CohortRole; teamId: string | null }[];
  /** Members of the site who are not enrolled and have confirmed an address of the roster. */
  accounts: readonly { id: string; email: string }[];
  /** Those that wait. */
  invitations: readonly { id: string; email: string; role: CohortRole; teamId: string | null }[];
}

/** What one row does. `team`: its key, see {@link teamKey}; null: none. */
export type Step = { role: CohortRole; team: string | null } & (
  | { kind: 'enrol'; userId: string }
  | { kind: 'invite'; email: string; name: string }
  | { kind: 'change'; userId: string; roleBefore: CohortRole; teamBefore: string | null }
  | { kind: 'change-invitation'; invitationId: string }
);

export interface RosterPlan {
  rows: PlannedRow[];
  steps: Step[];
  /** Names by key. */
  newTeams: Map<string, string>;
}

const ROLE_NAMES: Record<string, CohortRole> = {
  ...{ learner: 'LEARNER', student: 'LEARNER', 학습자: 'LEARNER', 학생: 'LEARNER', 수강생: 'LEARNER' },
  ...{ assistant: 'ASSISTANT', ta: 'ASSISTANT', teachingassistant: 'ASSISTANT', 조교: 'ASSISTANT' },
  ...{ instructor: 'INSTRUCTOR', teacher: 'INSTRUCTOR', 강사: 'INSTRUCTOR', 교수: 'INSTRUCTOR' },
};
export const RANK: Record<CohortRole, number> = { LEARNER: 0, ASSISTANT: 1, INSTRUCTOR: 2 };

/** Names of teams that differ in case only are one team's. */
export function teamKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Somebody whom a row may be about. */
type Known =
  | { kind: 'person'; id: string; isConfirmed: boolean; role: CohortRole; team: string | null }
  | { kind: 'invitation'; id: string; role: CohortRole; team: string | null };

/**
 * What a roster would do to a cohort, row by row. An empty role or team leaves what is there; who is not in the roster stays as
 * they are. Teams that do not exist are made. Places are counted as they would be when all is done, those of invitations
 * included.
 */
export function planRoster(rosterRows: readonly RosterRow[], state: RosterState): RosterPlan {
  const keyOf = new Map(state.teams.map(({ id, name }) => [id, teamKey(name)]));
  const nameOf = new Map(state.teams.map(({ name }) => [teamKey(name), name]));
  const newTeams = new Map<string, string>();
  const known = new Map<string, Known>();
  for (const { teamId, ...invitation } of state.invitations) {
    const team = teamId === null ? null : (keyOf.get(teamId) ?? null);
    known.set(invitation.email, { kind: 'invitation', ...invitation, team });
  }
  for (const { teamId, ...person } of state.people) {
    known.set(person.email, { kind: 'person', ...person, team: teamId === null ? null : (keyOf.get(teamId) ?? null) });
  }
  const accounts = new Map(state.accounts.map(({ email, id }) => [email, id]));
  const seen = new Map<string, number>();
  const planned = rosterRows.map((row) => planRow(row));
  refuseFullTeams();
  keepAnInstructor();
  return {
    rows: planned.map(({ row }) => row),
    steps: planned.flatMap(({ row, step }) => (row.outcome === 'error' || step === null ? [] : [step])),
    newTeams: new Map(
      [...newTeams].filter(([key]) => planned.some(({ row, step }) => row.outcome !== 'error' && step?.team === key)),
    ),
  };

  function planRow(written: RosterRow): { row: PlannedRow; step: Step | null } {
    const email = RosterEmailSchema.safeParse(written.email);
    const name = RosterNameSchema.safeParse(written.name);
    const teamName = written.team.trim() === '' ? null : RosterTeamSchema.safeParse(written.team);
    const wanted = roleOf(written.role);
    const row: PlannedRow = {
      ...{ line: written.line, name: name.data ?? written.name, email: email.data ?? written.email },
      ...{ outcome: 'error', role: wanted ?? null, roleBefore: null, problem: null, first: null },
      ...{ team: teamName === null ? null : (teamName.data ?? written.team), teamBefore: null },
    };
    const refuse = (problem: RowProblem, more: Partial<PlannedRow> = {}) => ({
      row: { ...row, ...more, problem },
      step: null,
    });
    if (written.isTooLong) return refuse('columns');
    if (written.email.trim() === '') return refuse('no-email');
    if (!email.success) return refuse('email');
    const first = seen.get(email.data);
    if (first !== undefined) return refuse('twice', { first });
    seen.set(email.data, written.line);
    if (!name.success) return refuse('name');
    if (wanted === undefined) return refuse('role');
    if (teamName?.success === false) return refuse('team');

    const there = known.get(email.data);
    const role = wanted ?? there?.role ?? 'LEARNER';
    const key = teamName === null ? null : teamKey(teamName.data);
    if (key !== null && !nameOf.has(key) && !newTeams.has(key)) newTeams.set(key, teamName?.data ?? key);
    const named = (of: string | null) => (of === null ? null : (nameOf.get(of) ?? newTeams.get(of) ?? of));
    if (role !== 'LEARNER' && key !== null) return refuse('staff-team', { role });
    const team = role === 'LEARNER' ? (key ?? there?.team ?? null) : null;
    const result = { role, team: named(team) };
    if (there === undefined) {
      const userId = accounts.get(email.data);
      if (userId !== undefined) {
        return { row: { ...row, ...result, outcome: 'enrol' }, step: { kind: 'enrol', userId, role, team } };
      }
      const step = { kind: 'invite', email: email.data, name: name.data, role, team } as const;
      return { row: { ...row, ...result, outcome: 'invite' }, step };
    }
    if (there.role === role && there.team === team) return { row: { ...row, ...result, outcome: 'same' }, step: null };
    const before = { roleBefore: there.role, teamBefore: named(there.team) };
    if (there.kind === 'invitation') {
      const step = { kind: 'change-invitation', invitationId: there.id, role, team } as const;
      return { row: { ...row, ...result, ...before, outcome: 'change' }, step };
    }
    if (there.id === state.actorId && there.role !== role) return refuse('own-role', { ...result, ...before });
    // Whoever typed this address at sign-up need not be its owner: the role would be theirs.
    if (!there.isConfirmed && RANK[role] > RANK[there.role]) return refuse('unconfirmed', { ...result, ...before });
    const step = {
      kind: 'change',
      userId: there.id,
      role,
      team,
      roleBefore: there.role,
      teamBefore: there.team,
    } as const;
    return { row: { ...row, ...result, ...before, outcome: 'change' }, step };
  }

  /** Who takes a place that is not there, in the order of the roster. Nobody loses one that they have. */
  function refuseFullTeams(): void {
    const stays = new Map<string, number>();
    const leaving = new Set(
      planned.flatMap(({ step }) => {
        if (step?.kind === 'change' && step.team !== step.teamBefore) return step.userId;
        if (step?.kind === 'change-invitation') return step.invitationId;
        return [];
      }),
    );
    for (const { id, team } of known.values()) {
      if (team !== null && !leaving.has(id)) stays.set(team, (stays.get(team) ?? 0) + 1);
    }
    for (const one of planned) {
      const { step } = one;
      if (step === null || step.team === null) continue;
      if (step.kind === 'change' && step.team === step.teamBefore) continue;
      const taken = stays.get(step.team) ?? 0;
      if (taken >= state.teamSize) one.row = { ...one.row, outcome: 'error', problem: 'team-full' };
      else stays.set(step.team, taken + 1);
    }
  }

  function keepAnInstructor(): void {
    const instructors = new Set(state.people.filter(({ role }) => role === 'INSTRUCTOR').map(({ id }) => id));
    if (instructors.size === 0) return;
    for (const { step } of planned) {
      if (step?.kind === 'change' && step.role !== 'INSTRUCTOR') instructors.delete(step.userId);
      if ((step?.kind === 'change' || step?.kind === 'enrol') && step.role === 'INSTRUCTOR')
        instructors.add(step.userId);
    }
    if (instructors.size > 0) return;
    for (const one of planned) {
      if (one.step?.kind !== 'change' || one.step.roleBefore !== 'INSTRUCTOR') continue;
      one.row = { ...one.row, outcome: 'error', problem: 'last-instructor' };
    }
  }
}

/** Null: it says none. Undefined: nobody knows it. */
function roleOf(written: string): CohortRole | null | undefined {
  const word = written
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._-]/g, '');
  return word === '' ? null : ROLE_NAMES[word];
}
