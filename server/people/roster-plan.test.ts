import { expect, test } from 'vitest';
import type { RosterRow } from './roster-file';
import { planRoster, type RosterState } from './roster-plan';

const row = (line: number, email: string, more: Partial<RosterRow> = {}): RosterRow => ({
  ...{ line, email, name: '', role: '', team: '', isTooLong: false },
  ...more,
});
const person = (id: string, more: Partial<RosterState['people'][number]> = {}) => ({
  ...{ id, email: `${id}@x.org`, isConfirmed: true, role: 'LEARNER' as const, teamId: null },
  ...more,
});
const STATE: RosterState = {
  ...{ actorId: 'boss', teamSize: 2, teams: [{ id: 't1', name: '경사' }], invitations: [], accounts: [] },
  people: [person('boss', { role: 'INSTRUCTOR' }), person('ada', { teamId: 't1' }), person('bo')],
};
const plan = (rows: RosterRow[], state: Partial<RosterState> = {}) => planRoster(rows, { ...STATE, ...state });
const outcomes = (rows: RosterRow[], state: Partial<RosterState> = {}) =>
  plan(rows, state).rows.map(({ outcome, problem }) => problem ?? outcome);

test('who is new is invited, who has a confirmed account is enrolled, who is here stays', () => {
  const rows = [
    row(2, 'New@X.org', { name: ' Kim  Seoyeon ' }),
    row(3, 'known@x.org', { role: '조교' }),
    row(4, 'bo@x.org'),
  ];
  const { rows: planned, steps } = plan(rows, { accounts: [{ id: 'known', email: 'known@x.org' }] });
  expect(planned).toMatchObject([
    { line: 2, email: 'new@x.org', name: 'Kim Seoyeon', outcome: 'invite', role: 'LEARNER' },
    { line: 3, outcome: 'enrol', role: 'ASSISTANT' },
    { line: 4, outcome: 'same', role: 'LEARNER' },
  ]);
  expect(steps).toEqual([
    { kind: 'invite', email: 'new@x.org', name: 'Kim Seoyeon', role: 'LEARNER', team: null },
    { kind: 'enrol', userId: 'known', role: 'ASSISTANT', team: null },
  ]);
});

test('empty fields leave what is there; others change it, and say from what', () => {
  const rows = [row(2, 'ada@x.org', { role: 'TA' }), row(3, 'bo@x.org', { team: '경사' })];
  expect(plan(rows).rows).toMatchObject([
    { outcome: 'change', roleBefore: 'LEARNER', role: 'ASSISTANT', teamBefore: '경사', team: null },
    { outcome: 'change', roleBefore: 'LEARNER', role: 'LEARNER', teamBefore: null, team: '경사' },
  ]);
  expect(outcomes([row(2, 'ada@x.org'), row(3, 'boss@x.org')])).toEqual(['same', 'same']);
});

test('an invitation that waits is changed, not made again', () => {
  const invitations = [{ id: 'i', email: 'new@x.org', role: 'LEARNER' as const, teamId: null }];
  expect(outcomes([row(2, 'new@x.org')], { invitations })).toEqual(['same']);
  expect(plan([row(2, 'new@x.org', { role: 'instructor' })], { invitations }).steps).toEqual([
    { kind: 'change-invitation', invitationId: 'i', role: 'INSTRUCTOR', team: null },
  ]);
});

test.each([
  ['too many fields', row(2, 'a@x.org', { isTooLong: true }), 'columns'],
  ['no address', row(2, ' '), 'no-email'],
  ['a bad address', row(2, 'ada at x.org'), 'email'],
  ['a name of no end', row(2, 'a@x.org', { name: 'x'.repeat(81) }), 'name'],
  ['a name with hidden characters', row(2, 'a@x.org', { name: 'a\u202eb' }), 'name'],
  ['a role that nobody knows', row(2, 'a@x.org', { role: 'king' }), 'role'],
  ['a team with hidden characters', row(2, 'a@x.org', { team: 'a\u200bb' }), 'team'],
  ['an assistant in a team', row(2, 'a@x.org', { role: 'assistant', team: '경사' }), 'staff-team'],
  ['the own role', row(2, 'boss@x.org', { role: 'learner' }), 'own-role'],
])('%s is an error', (_what, wrong, problem) => {
  expect(outcomes([wrong])).toEqual([problem]);
});

test('of two rows with one address the second is wrong, and names the line of the first', () => {
  expect(plan([row(2, 'a@x.org'), row(5, ' A@x.org')]).rows).toMatchObject([
    { outcome: 'invite' },
    { outcome: 'error', problem: 'twice', first: 2 },
  ]);
});

test('a role above the present one is not given to an address that nobody has confirmed', () => {
  const people = [...STATE.people, person('eve', { isConfirmed: false })];
  expect(outcomes([row(2, 'eve@x.org', { role: 'instructor' })], { people })).toEqual(['unconfirmed']);
  expect(outcomes([row(2, 'eve@x.org', { team: '경사' })], { people })).toEqual(['change']);
});

test('places are counted as they are when all is done, in the order of the roster', () => {
  const team = '경사';
  expect(outcomes([row(2, 'a@x.org', { team }), row(3, 'b@x.org', { team })])).toEqual(['invite', 'team-full']);
  // Ada leaves, so there is one more.
  const swap = [row(2, 'a@x.org', { team }), row(3, 'b@x.org', { team }), row(4, 'ada@x.org', { team: 'Other' })];
  expect(outcomes(swap)).toEqual(['invite', 'invite', 'change']);
  // Who waits with a place has it.
  const invitations = [{ id: 'i', email: 'i@x.org', role: 'LEARNER' as const, teamId: 't1' }];
  expect(outcomes([row(2, 'a@x.org', { team })], { invitations })).toEqual(['team-full']);
  // Nobody loses a place, also where the team has become smaller.
  expect(outcomes([row(2, 'ada@x.org', { team })], { teamSize: 0 })).toEqual(['same']);
});

test('teams that do not exist are made once, however they are spelled', () => {
  const { newTeams, rows } = plan([row(2, 'a@x.org', { team: 'Nets' }), row(3, 'b@x.org', { team: ' NETS ' })]);
  expect([...newTeams.values()]).toEqual(['Nets']);
  expect(rows).toMatchObject([{ team: 'Nets' }, { team: 'Nets' }]);
  const bad = plan([row(2, 'no address', { team: 'Ghost' })]);
  expect(bad.newTeams.size).toBe(0);
});

test('a cohort that has instructors keeps one', () => {
  const admin = { actorId: 'admin' };
  const rows = [row(2, 'boss@x.org', { role: 'learner' })];
  expect(outcomes(rows, admin)).toEqual(['last-instructor']);
  expect(outcomes([...rows, row(3, 'bo@x.org', { role: 'instructor' })], admin)).toEqual(['change', 'change']);
});
