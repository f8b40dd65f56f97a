import 'server-only';
import { localDay } from '@/content/plan/calendar';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A day's entry may be posted until so long after its end. */
export const GRACE_MS = 4 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight by the clock of a zone. */
export function minuteIn(at: Date, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return Number(parts.hour) * 60 + Number(parts.minute);
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

export function dayOfNumber(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** Number of the Monday that a day's week begins with. */
export function mondayOf(number: number): number {
  return number - ((((number + 3) % 7) + 7) % 7);
}

/** A day as PostgreSQL's `date` goes through Prisma. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** First moment of a day in a zone: midnight, or later where the clock skips it. */
export function startOfDay(day: string, timeZone: string): Date {
  let before = Date.parse(`${day}T00:00:00Z`) - 15 * HOUR;
  let after = before + 30 * HOUR;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (localDay(new Date(middle), timeZone) < day) before = middle;
    else after = middle;
  }
  return new Date(after);
}

/** Whether a day's entry may be begun, and its post counts: the day is on, or has been over for less than four hours. */
export function isOpenDay(day: string, at: Date, timeZone: string): boolean {
  return localDay(at, timeZone) === day || localDay(new Date(at.getTime() - GRACE_MS), timeZone) === day;
}
