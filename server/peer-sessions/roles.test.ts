import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SessionRole, SessionRoleSchema } from '@/contracts/peer-session';
import { type HeldRoles, proposeRoles } from './roles';

const ROLES = SessionRoleSchema.options;
const team = (size: number) => Array.from({ length: size }, (_, at) => `m${at}`);

function counts(history: readonly HeldRoles[], role: SessionRole, members: readonly string[]): number[] {
  return members.map((member) => history.filter(({ roles }) => roles[role] === member).length);
}

test.each([1, 2, 3, 4, 5, 6, 7])(
  'in a team of %i that always meets whole, nobody has a role twice more than another',
  (size) => {
    const members = team(size);
    const history: HeldRoles[] = [];
    for (let at = 0; at < 5 * size; at += 1) {
      const roles = proposeRoles(members, history);
      expect(Object.keys(roles)).toEqual(ROLES.slice(0, size));
      expect(new Set(Object.values(roles)).size).toBe(Math.min(3, size));
      history.push({ present: members, roles });
      for (const role of ROLES.slice(0, size)) {
        const had = counts(history, role, members);
        expect(Math.max(...had) - Math.min(...had), `${role} after ${at + 1}`).toBeLessThanOrEqual(1);
      }
    }
  },
);

test('the same history gives the same proposal, and the first one follows the order of the team', () => {
  const members = team(4);
  expect(proposeRoles(members, [])).toEqual({ MODERATOR: 'm0', SCRIBE: 'm1', QUESTIONER: 'm2' });
  const history = [{ present: members, roles: proposeRoles(members, []) }];
  expect(proposeRoles(members, history)).toEqual(proposeRoles(members, history));
});

test('whoever is there on which day, everybody’s share of a role stays within two of what they were owed', () => {
  const attendance = fc.array(fc.subarray(team(6), { minLength: 1 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(attendance, (days) => {
      const history: HeldRoles[] = [];
      for (const present of days) history.push({ present, roles: proposeRoles(present, history) });
      for (const role of ROLES) {
        for (const member of team(6)) {
          const owed = history.reduce(
            (sum, { present, roles }) => sum + (roles[role] && present.includes(member) ? 1 / present.length : 0),
            0,
          );
          const had = history.filter(({ roles }) => roles[role] === member).length;
          expect(Math.abs(had - owed)).toBeLessThan(2);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('who was away is not made to serve every day once they are back', () => {
  const members = team(5);
  const history: HeldRoles[] = [];
  for (let at = 0; at < 20; at += 1) {
    const present = members.slice(0, 4);
    history.push({ present, roles: proposeRoles(present, history) });
  }
  const back: HeldRoles[] = [];
  for (let at = 0; at < 5; at += 1) {
    const roles = proposeRoles(members, [...history, ...back]);
    back.push({ present: members, roles });
  }
  expect(back.filter(({ roles }) => roles.MODERATOR === 'm4').length).toBeLessThanOrEqual(2);
});

test('a team of twelve gets its roles', () => {
  expect(new Set(Object.values(proposeRoles(team(12), []))).size).toBe(3);
});
