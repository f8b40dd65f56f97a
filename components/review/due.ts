import type { Me } from '@/contracts/learning';

type Checks = Me['quickChecks'];

/** Whether an answer to it counts now: it was never answered, or is due again. */
export function isDueCheck(check: Checks[string] | undefined, now: number): boolean {
  return !check?.due || Date.parse(check.due) <= now;
}

/** Ids of the answered checks that are due, longest due first. */
export function dueChecks(checks: Checks, now: number): string[] {
  const due = Object.entries(checks).flatMap(([id, check]) =>
    check.due && Date.parse(check.due) <= now ? [{ id, at: check.due }] : [],
  );
  return due.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ id }) => id);
}

/** When the next of the others comes back; null when none does. */
export function nextDue(checks: Checks, now: number): Date | null {
  const later = Object.values(checks).flatMap(({ due }) => (due && Date.parse(due) > now ? [Date.parse(due)] : []));
  return later.length === 0 ? null : new Date(Math.min(...later));
}

/** The address of a check by itself, without the language: `#` cannot be part of a path. */
export function reviewHref(id: string): `/review/${string}` {
  return `/review/${id.replace('#', '/')}`;
}
