import 'server-only';
import { type SessionRole, SessionRoleSchema } from '@/contracts/peer-session';

/** Who was there, and who had which role. */
export interface HeldRoles {
  present: readonly string[];
  roles: Readonly<Partial<Record<SessionRole, string>>>;
}

/** Most people whose orders are tried one by one; of more, the first by what they are owed. */
const TRIED = 10;

/**
 * Proposes roles fairly (docs/decisions/1024): in each session a role is owed in equal shares to those present; who has
 * had the least of it, measured by that, is next. Of proposals that are equally fair, those with fewest roles altogether go
 * first, then the order of `members`. Nobody has two roles; a team of two has no questioner. The same history gives the same
 * proposal.
 */
export function proposeRoles(
  members: readonly string[],
  history: readonly HeldRoles[],
): Partial<Record<SessionRole, string>> {
  const roles = SessionRoleSchema.options.slice(0, members.length);
  const had = balances(members, history);
  const total = (member: string) => roles.reduce((sum, role) => sum + had(role, member), 0);
  const candidates =
    members.length <= TRIED ? members : members.toSorted((a, b) => total(a) - total(b)).slice(0, TRIED);
  let best: { cost: number; total: number; chosen: readonly string[] } | null = null;
  for (const chosen of orders(candidates, roles.length)) {
    const cost = chosen.reduce((sum, member, at) => sum + had(roles[at] as SessionRole, member), 0);
    const all = chosen.reduce((sum, member) => sum + total(member), 0);
    if (best === null || less(cost, best.cost) || (!less(best.cost, cost) && less(all, best.total))) {
      best = { cost, total: all, chosen };
    }
  }
  return Object.fromEntries(roles.map((role, at) => [role, best?.chosen[at]]));
}

/** How much more of a role somebody has had than they were owed. */
function balances(members: readonly string[], history: readonly HeldRoles[]) {
  const sums = new Map<string, number>();
  for (const { present, roles } of history) {
    for (const role of SessionRoleSchema.options) {
      const holder = roles[role];
      if (holder === undefined || present.length === 0) continue;
      for (const member of present) {
        const key = `${role} ${member}`;
        sums.set(key, (sums.get(key) ?? 0) + (member === holder ? 1 : 0) - 1 / present.length);
      }
    }
  }
  const known = new Set(members);
  return (role: SessionRole, member: string) => (known.has(member) ? (sums.get(`${role} ${member}`) ?? 0) : 0);
}

/** All ordered choices of `count` of the members, in their order. */
function* orders(members: readonly string[], count: number): Generator<readonly string[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const first of members) {
    const others = members.filter((member) => member !== first);
    for (const rest of orders(others, count - 1)) yield [first, ...rest];
  }
}

/** Sums of thirds and fifths: equal within rounding is equal. */
const less = (a: number, b: number) => a < b - 1e-9;
