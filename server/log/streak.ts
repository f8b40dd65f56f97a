import 'server-only';
import { localDay } from '@/content/plan/calendar';
import type { Streak } from '@/contracts/log';
import { dayNumber, dayOfNumber, GRACE_MS, mondayOf } from './day';

/** Rest tokens of each week, Monday to Sunday. */
const TOKENS = 2;
/** A journey swallows at most one day in so many. */
const DAYS_BETWEEN_JOURNEYS = 14;

/** A posted entry: its day is a day in `timeZone`. */
export interface StreakEntry {
  day: string;
  timeZone: string;
  postedAt: Date;
}

/** An entry that was posted in time. `at` lies on its day. */
interface Counted {
  number: number;
  timeZone: string;
  at: Date;
}

/**
 * Days with a post, in the writer's own time zone. Two rest tokens a week cover missed days by themselves; a gap that is
 * too long for them pauses the streak, and the next post resumes it. docs/decisions/1031 says how journeys are counted.
 *
 * @param now when it is looked at, and in which zone the writer is then
 * @example streakOf(entries, { at: new Date(), timeZone: 'Asia/Seoul' }).days
 */
export function streakOf(entries: readonly StreakEntry[], now: { at: Date; timeZone: string }): Streak {
  const spent = new Map<number, number>();
  const rests: number[] = [];
  let last: Counted | null = null;
  let lastJourney = Number.NEGATIVE_INFINITY;
  let [days, unbroken, pauses] = [0, 0, 0];
  for (const entry of countedOf(entries)) {
    if (last !== null) {
      if (!isLaterDay(last, entry)) continue;
      const missed = daysBetween(last.number, entry.number);
      const isJourney = swallowsDay(last, entry) && entry.number - lastJourney >= DAYS_BETWEEN_JOURNEYS;
      if (isJourney) {
        missed.shift();
        lastJourney = entry.number;
      }
      if (!cover(missed, spent, rests)) {
        pauses += 1;
        unbroken = 0;
      }
    }
    days += 1;
    unbroken += 1;
    last = entry;
  }
  const today = dayNumber(localDay(now.at, now.timeZone));
  const state = stateAt(today, last, () => cover(daysBetween(last?.number ?? today, today), spent, rests));
  const tokensLeft = TOKENS - (spent.get(mondayOf(today)) ?? 0);
  return { days, unbroken, pauses, tokensLeft, state, rests: rests.map(dayOfNumber) };
}

/** In order of their posting; what was posted later than its grace allows counts for nothing. */
function countedOf(entries: readonly StreakEntry[]): Counted[] {
  return entries
    .flatMap(({ day, timeZone, postedAt }) => {
      const at = [postedAt, new Date(postedAt.getTime() - GRACE_MS)].find((time) => localDay(time, timeZone) === day);
      return at === undefined ? [] : [{ number: dayNumber(day), timeZone, at }];
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number);
}

/** Days from one entry to the other by the calendar of a zone. */
function daysApart(from: Counted, to: Counted, timeZone: string): number {
  return dayNumber(localDay(to.at, timeZone)) - dayNumber(localDay(from.at, timeZone));
}

/** A midnight of one of the two zones lies between them: who goes east in an instant has not made a day. */
function isLaterDay(last: Counted, entry: Counted): boolean {
  if (entry.number <= last.number) return false;
  if (entry.timeZone === last.timeZone) return true;
  return daysApart(last, entry, last.timeZone) > 0 || daysApart(last, entry, entry.timeZone) > 0;
}

/** By the calendar of one of the two zones fewer days lie between them than by the days that they name. */
function swallowsDay(last: Counted, entry: Counted): boolean {
  if (entry.timeZone === last.timeZone || entry.number - last.number < 2) return false;
  const named = entry.number - last.number;
  return [last.timeZone, entry.timeZone].some((timeZone) => daysApart(last, entry, timeZone) < named);
}

function daysBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => from + 1 + index);
}

/** Spends a token on each missed day, or none at all where they do not reach. */
function cover(missed: readonly number[], spent: Map<number, number>, rests: number[]): boolean {
  const needed = new Map<number, number>();
  for (const day of missed) needed.set(mondayOf(day), (needed.get(mondayOf(day)) ?? 0) + 1);
  if ([...needed].some(([week, count]) => (spent.get(week) ?? 0) + count > TOKENS)) return false;
  for (const [week, count] of needed) spent.set(week, (spent.get(week) ?? 0) + count);
  rests.push(...missed);
  return true;
}

function stateAt(today: number, last: Counted | null, covers: () => boolean): Streak['state'] {
  if (last === null) return 'none';
  if (last.number >= today) return 'posted';
  return covers() ? 'open' : 'paused';
}
