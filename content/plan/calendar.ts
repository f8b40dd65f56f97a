/** What a cohort's calendar is made of. */
export interface CohortCalendar {
  /** IANA name: `Asia/Seoul`. */
  timeZone: string;
  /** First day, as `2026-11-30`. */
  startsOn: string;
  endsOn: string | null;
  /** Days of the week with a peer session: 1 is Monday, 7 Sunday. */
  sessionDays: readonly number[];
}

const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The date that a calendar on the wall shows at this moment, as `2026-11-30`.
 * @throws {RangeError} for a time zone that does not exist
 */
export function localDay(at: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

/** 1 is Monday, 7 Sunday. */
export function weekday(day: string): number {
  return ((Math.floor(Date.parse(day) / DAY_MS) + 3) % 7) + 1;
}

/** The date `count` days later. Dates are counted, not hours: a day of 23 or 25 hours is a day. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the cohort meets on this date. */
export function isSessionDay(day: string, { startsOn, endsOn, sessionDays }: CohortCalendar): boolean {
  return day >= startsOn && (endsOn === null || day <= endsOn) && sessionDays.includes(weekday(day));
}

/**
 * 1 for the cohort's first session day, 2 for its second…; null on a date without a session. Only session days count:
 * what falls on a day off is not lost but comes on the next session day.
 */
export function sessionNumber(day: string, calendar: CohortCalendar): number | null {
  if (!isSessionDay(day, calendar)) return null;
  const days = Math.round((Date.parse(day) - Date.parse(calendar.startsOn)) / DAY_MS);
  const meets = new Set(calendar.sessionDays.filter((one) => one >= 1 && one <= 7));
  const first = weekday(calendar.startsOn);
  let count = Math.floor(days / 7) * meets.size;
  for (let at = 0; at <= days % 7; at += 1) if (meets.has(((first - 1 + at) % 7) + 1)) count += 1;
  return count;
}

/** The next date after `day` on which the cohort meets; null when there is none. */
export function nextSessionDay(day: string, calendar: CohortCalendar): string | null {
  const from = day < calendar.startsOn ? addDays(calendar.startsOn, -1) : day;
  for (let at = 1; at <= 7; at += 1) if (isSessionDay(addDays(from, at), calendar)) return addDays(from, at);
  return null;
}
