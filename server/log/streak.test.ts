import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay } from '@/content/plan/calendar';
import { dayNumber, dayOfNumber, startOfDay } from './day';
import { type StreakEntry, streakOf } from './streak';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SEOUL = 'Asia/Seoul';
/** Both ends of the date line, half hours, daylight saving in both hemispheres, by half an hour, and at midnight. */
const ZONES = [
  SEOUL,
  'UTC',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
];
const zones = fc.constantFrom(...ZONES);

/** An entry that is posted at a moment, for the day that it is there then. */
const post = (at: Date | string, timeZone = SEOUL): StreakEntry => ({
  day: localDay(new Date(at), timeZone),
  timeZone,
  postedAt: new Date(at),
});
/** Posts at noon in Seoul on these days of March 2026; the 2nd is a Monday. */
const march = (...days: number[]) => days.map((day) => post(`2026-03-${String(day).padStart(2, '0')}T12:00:00+09:00`));
const seen = (day: number, entries: StreakEntry[]) =>
  streakOf(entries, { at: new Date(`2026-03-${String(day).padStart(2, '0')}T20:00:00+09:00`), timeZone: SEOUL });

/** What the server would keep: one entry for each day that a post names, the first of it. */
function kept(entries: readonly StreakEntry[]): StreakEntry[] {
  const days = new Map<string, StreakEntry>();
  for (const entry of entries) if (!days.has(entry.day)) days.set(entry.day, entry);
  return [...days.values()];
}

test('days with a post count; today may still come', () => {
  expect(seen(4, march(2, 3, 4))).toMatchObject({ days: 3, unbroken: 3, state: 'posted', tokensLeft: 2 });
  expect(seen(5, march(2, 3, 4))).toMatchObject({ days: 3, unbroken: 3, state: 'open', tokensLeft: 2 });
  expect(seen(5, [])).toMatchObject({ days: 0, state: 'none', tokensLeft: 2 });
});

test('two rest tokens a week cover missed days by themselves and add none', () => {
  expect(seen(6, march(2, 4, 6))).toMatchObject({
    days: 3,
    unbroken: 3,
    pauses: 0,
    tokensLeft: 0,
    rests: ['2026-03-03', '2026-03-05'],
  });
  // From Friday to Wednesday: two of one week, two of the next.
  expect(seen(11, march(2, 3, 4, 5, 6, 11))).toMatchObject({ days: 6, unbroken: 6, tokensLeft: 0 });
});

test('a third missed day of a week pauses the streak, and the next post resumes it', () => {
  expect(seen(6, march(2))).toMatchObject({ days: 1, unbroken: 1, state: 'paused' });
  expect(seen(6, march(2, 6))).toMatchObject({ days: 2, unbroken: 1, pauses: 1, state: 'posted', rests: [] });
  expect(seen(8, march(2, 6, 7, 8))).toMatchObject({ days: 4, unbroken: 3, pauses: 1 });
});

test('tokens that a gap was too long for are still there', () => {
  expect(seen(6, march(2, 6))).toMatchObject({ tokensLeft: 2 });
});

test('a post counts for its day until four in the morning, and later for none', () => {
  const late = { ...post('2026-03-03T12:00:00+09:00'), postedAt: new Date('2026-03-04T03:59:00+09:00') };
  expect(seen(4, [...march(2), late])).toMatchObject({ days: 2 });
  const tooLate = { ...late, postedAt: new Date('2026-03-04T04:01:00+09:00') };
  expect(seen(4, [...march(2), tooLate])).toMatchObject({ days: 1, tokensLeft: 1 });
});

test('a post for tomorrow in the same moment, from a zone where it is tomorrow already, makes no second day', () => {
  const at = '2026-03-03T12:00:00Z';
  const entries = [post(at, 'UTC'), post(at, 'Pacific/Kiritimati')];
  expect(entries.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-04']);
  expect(streakOf(entries, { at: new Date(at), timeZone: 'UTC' }).days).toBe(1);
});

test('a flight over the date line that leaves out a day costs no token', () => {
  const entries = [post('2026-03-03T20:00:00-08:00', 'America/Los_Angeles'), post('2026-03-05T09:00:00+09:00')];
  expect(seen(5, entries)).toMatchObject({ days: 2, unbroken: 2, tokensLeft: 2, rests: [] });
});

test('of two such flights in a fortnight the second costs a token', () => {
  const there = [post('2026-03-03T20:00:00-08:00', 'America/Los_Angeles'), post('2026-03-05T09:00:00+09:00')];
  const again = [post('2026-03-06T20:00:00-08:00', 'America/Los_Angeles'), post('2026-03-08T09:00:00+09:00')];
  expect(seen(8, [...there, ...again])).toMatchObject({ days: 4, unbroken: 4, tokensLeft: 1, rests: ['2026-03-07'] });
});

test('a flight that makes one day last forty hours costs no token either', () => {
  const entries = [post('2026-03-03T08:00:00+09:00'), post('2026-03-04T22:00:00-08:00', 'America/Los_Angeles')];
  const now = { at: new Date('2026-03-04T22:30:00-08:00'), timeZone: 'America/Los_Angeles' };
  expect(streakOf(entries, now)).toMatchObject({ days: 2, unbroken: 2, tokensLeft: 2 });
});

test.each([
  ['a leap day', '2028-02-27', 4],
  ['a year without one', '2027-02-27', 4],
  ['a turn of the year', '2026-12-30', 5],
])('every day is one day over %s', (_, first, count) => {
  const entries = Array.from({ length: count }, (_, index) =>
    post(new Date(startOfDay(dayOfNumber(dayNumber(first) + index), SEOUL).getTime() + 9 * HOUR)),
  );
  const at = entries.at(-1)?.postedAt ?? new Date();
  expect(streakOf(entries, { at, timeZone: SEOUL })).toMatchObject({ days: count, unbroken: count, pauses: 0 });
});

test('who stays in a zone and posts at any time of every day has a day for each, whatever its clocks do', () => {
  fc.assert(
    fc.property(
      zones,
      fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2029-01-01') }),
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 60 }),
      (timeZone, first, times) => {
        const entries = times.map((share, index) => {
          const start = startOfDay(dayOfNumber(first + index), timeZone).getTime();
          const end = startOfDay(dayOfNumber(first + index + 1), timeZone).getTime();
          return post(new Date(start + share * (end - start)), timeZone);
        });
        const at = entries.at(-1)?.postedAt ?? new Date();
        const { days, unbroken, pauses, rests } = streakOf(entries, { at, timeZone });
        expect({ days, unbroken, pauses, rests }).toEqual({
          days: times.length,
          unbroken: times.length,
          pauses: 0,
          rests: [],
        });
      },
    ),
    { numRuns: 40 },
  );
});

test('who posts once in every 24 hours is never set back by a journey in a fortnight, wherever it goes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 * 24 }),
      fc.array(zones, { minLength: 2, maxLength: 4 }),
      (hours, stays) => {
        const start = Date.UTC(2026, 0, 1) + hours * HOUR;
        const entries = kept(
          stays.flatMap((timeZone, stay) =>
            Array.from({ length: 15 }, (_, index) => post(new Date(start + (stay * 15 + index) * DAY), timeZone)),
          ),
        );
        const timeZone = stays.at(-1) ?? SEOUL;
        const at = entries.at(-1)?.postedAt ?? new Date();
        expect(streakOf(entries, { at, timeZone }).pauses).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('whatever zones are claimed, there are no more days than have gone by', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ wait: fc.integer({ min: 0, max: 30 }), timeZone: zones }), { minLength: 1, maxLength: 80 }),
      (steps) => {
        let at = Date.UTC(2026, 2, 1);
        const start = at;
        const entries = kept(
          steps.map(({ wait, timeZone }) => {
            at += wait * HOUR;
            return post(new Date(at), timeZone);
          }),
        );
        const { days } = streakOf(entries, { at: new Date(at), timeZone: 'UTC' });
        expect(days).toBeLessThanOrEqual(Math.floor((at - start) / DAY) + 3);
      },
    ),
    { numRuns: 100 },
  );
});

test('whatever zones are claimed, who comes every other day does not stay unbroken', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(zones, { minLength: 1, maxLength: 3 }), { minLength: 50, maxLength: 50 }),
      (visits) => {
        const entries = kept(
          visits.flatMap((claimed, visit) =>
            claimed.map((timeZone) => post(new Date(Date.UTC(2026, 0, 1, 11) + visit * 2 * DAY), timeZone)),
          ),
        );
        const at = entries.at(-1)?.postedAt ?? new Date();
        expect(streakOf(entries, { at, timeZone: 'UTC' }).pauses).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});
