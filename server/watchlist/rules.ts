import 'server-only';
import { addDays, type CohortCalendar, isSessionDay, localDay } from '@/content/plan/calendar';
import { WATCH_QUIET_DAYS, type WatchEntry, type WatchReason } from '@/contracts/watchlist';
import type { Localized } from '@/grading/localized';
import { dayNumber } from '../log/day';

/**
 * The rules of the watchlist: each takes what is known of one learner and gives a reason from its threshold on, or null.
 * Days are dates of the cohort's calendar, as `2026-11-30`.
 */

/** When it is, by whose calendar. */
export interface When {
  calendar: CohortCalendar;
  today: string;
}

/** Days of the week on which a cohort that never meets is expected to work. */
const WORKDAYS = [1, 2, 3, 4, 5];

const daysBetween = (from: string, to: string): number => Math.max(0, dayNumber(to) - dayNumber(from));

/** Days of the plan after `from` and before `to`: a weekend off it is no day without work. */
function planDaysBetween(from: string, to: string, calendar: CohortCalendar): number {
  const works = {
    ...calendar,
    sessionDays: calendar.sessionDays.length > 0 ? calendar.sessionDays : WORKDAYS,
  };
  let count = 0;
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (isSessionDay(day, works)) count += 1;
  return count;
}

/**
 * Nothing done on so many days of the plan, today not counted.
 *
 * @param active day of the last sign of work; null: there was none
 * @param joined day on which the learner came
 */
export function inactive(
  { active, joined }: { active: string | null; joined: string },
  from: number,
  { calendar, today }: When,
): WatchReason | null {
  // The day on which one comes is the first on which something could have been done.
  const beginning = addDays(joined > calendar.startsOn ? joined : calendar.startsOn, -1);
  const last = active !== null && active > beginning ? active : beginning;
  const count = planDaysBetween(last, today, calendar);
  return count < from ? null : { rule: 'inactive', count, days: daysBetween(last, today), since: active };
}

/** So many exercises are due and not passed. */
export function behind(
  due: readonly { exercise: string; due: Date }[],
  from: number,
  { calendar, today }: When,
): WatchReason | null {
  const sorted = due.toSorted((a, b) => a.due.getTime() - b.due.getTime());
  const [oldest] = sorted;
  if (oldest === undefined || due.length < from) return null;
  return {
    rule: 'behind',
    count: due.length,
    days: daysBetween(localDay(oldest.due, calendar.timeZone), today),
    exercises: sorted.map(({ exercise, due }) => ({ exercise, due: due.toISOString() })),
  };
}

export interface FailingCheck {
  exercise: string;
  check: string;
  title: Localized | null;
  diagnosis: Localized | null;
  count: number;
  /** Day of the first failure. */
  since: string;
  submission: string;
}

/** One check failed so often: of each exercise the one that failed most. */
export function stuck(failing: readonly FailingCheck[], from: number, { today }: Pick<When, 'today'>): WatchReason[] {
  const worst = new Map<string, FailingCheck>();
  for (const one of failing) {
    const other = worst.get(one.exercise);
    if (other === undefined || one.count > other.count) worst.set(one.exercise, one);
  }
  return [...worst.values()]
    .filter(({ count }) => count >= from)
    .toSorted((a, b) => b.count - a.count)
    .map(({ since, ...one }) => ({ rule: 'stuck', ...one, days: daysBetween(since, today) }));
}

/** So many sessions of the team were held without them, and without a word from them. */
export function absent(
  missed: readonly { id: string; day: string }[],
  from: number,
  { today }: Pick<When, 'today'>,
): WatchReason | null {
  const sessions = missed.toSorted((a, b) => b.day.localeCompare(a.day));
  const first = sessions.at(-1);
  if (first === undefined || missed.length < from) return null;
  return { rule: 'absent', count: missed.length, days: daysBetween(first.day, today), sessions };
}

/** So many hints, in exercises that are still tried or were passed lately. They have no dates: `days` is 0. */
export function hints(opened: readonly { exercise: string; hints: number }[], from: number): WatchReason | null {
  const count = opened.reduce((sum, one) => sum + one.hints, 0);
  if (count < from) return null;
  return { rule: 'hints', count, days: 0, exercises: opened.toSorted((a, b) => b.hints - a.hints) };
}

/** In which part of its time a cohort is, or somebody is in it: nobody is named at the beginning and after the end. */
export function quietOn(
  today: string,
  { startsOn, endsOn }: Pick<CohortCalendar, 'startsOn' | 'endsOn'>,
  joined = startsOn,
): 'beginning' | 'over' | null {
  if (endsOn !== null && today > endsOn) return 'over';
  const begins = joined > startsOn ? joined : startsOn;
  return today < addDays(begins, WATCH_QUIET_DAYS) ? 'beginning' : null;
}

/** Most reasons first, then who has had one for longest, then by name. */
export function byUrgency(
  a: Pick<WatchEntry, 'learner' | 'reasons'>,
  b: Pick<WatchEntry, 'learner' | 'reasons'>,
): number {
  const longest = ({ reasons }: Pick<WatchEntry, 'reasons'>) => Math.max(...reasons.map(({ days }) => days));
  return (
    b.reasons.length - a.reasons.length || longest(b) - longest(a) || a.learner.name.localeCompare(b.learner.name, 'ko')
  );
}
