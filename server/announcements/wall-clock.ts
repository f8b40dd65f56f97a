import 'server-only';
import { localDay } from '@/content/plan/calendar';
import { minuteIn } from '../log/day';

const DAY = 24 * 3_600_000;

const two = (number: number) => String(number).padStart(2, '0');

/** What a clock on the wall shows at this moment, to the minute: `2026-12-01T09:00`. */
export function wallClock(at: Date, timeZone: string): string {
  const minute = minuteIn(at, timeZone);
  return `${localDay(at, timeZone)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/**
 * The moment at which a clock on the wall shows this: the first of two where it is set back, and so much later where it
 * skips the time.
 */
export function momentOf(local: string, timeZone: string): Date {
  const asUtc = Date.parse(`${local}Z`);
  const ahead = (at: number) => Date.parse(`${wallClock(new Date(at), timeZone)}Z`) - at;
  // By the clock of the day before and of the day after: they differ where it is set in between.
  const moments = [asUtc - DAY, asUtc + DAY].map((near) => asUtc - ahead(near)).toSorted((a, b) => a - b);
  const shown = moments.find((at) => wallClock(new Date(at), timeZone) === local);
  return new Date(shown ?? Math.max(...moments));
}
