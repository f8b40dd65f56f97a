import 'server-only';
import { addDays, type CohortCalendar, isSessionDay, nextSessionDay } from '@/content/plan/calendar';
import { PLAN } from '@/content/plan/plan';
import { startOfDay } from '../log/day';

/** An exercise of a plan in a cohort's calendar. */
export interface Scheduled {
  exerciseId: string;
  opensAt: Date;
  dueAt: Date;
}

/** Session days of a week of the plan; used for a cohort that never meets, too. */
const WORKDAYS = [1, 2, 3, 4, 5];

/**
 * The course's exercises on a cohort's days: each opens with the session day that the plan has it on, and is due the second
 * before the next week of the plan begins, by the cohort's wall clock.
 */
export function scheduleOf(calendar: CohortCalendar): Scheduled[] {
  // The plan does not end early: what is after the cohort's last day still has its place.
  const meets = {
    ...calendar,
    endsOn: null,
    sessionDays: calendar.sessionDays.length > 0 ? calendar.sessionDays : WORKDAYS,
  };
  const first = isSessionDay(meets.startsOn, meets) ? meets.startsOn : nextAfter(meets.startsOn, meets);
  const days = [first];
  while (days.length < PLAN.length) days.push(nextAfter(days.at(-1) ?? first, meets));
  return PLAN.flatMap(({ week, exercises }, at) => {
    const next = PLAN.findIndex((day) => day.week > week);
    const end = next === -1 ? nextAfter(days.at(-1) ?? first, meets) : (days[next] ?? first);
    const opensAt = startOfDay(days[at] ?? first, meets.timeZone);
    const dueAt = dueAtEndOf(addDays(end, -1), meets.timeZone);
    return exercises.map((exerciseId) => ({ exerciseId, opensAt, dueAt }));
  });
}

/** Last second of a day. */
export function dueAtEndOf(day: string, timeZone: string): Date {
  return new Date(startOfDay(addDays(day, 1), timeZone).getTime() - 1000);
}

function nextAfter(day: string, calendar: CohortCalendar): string {
  const next = nextSessionDay(day, calendar);
  if (next === null) throw new Error(`no session day after ${day}`);
  return next;
}
