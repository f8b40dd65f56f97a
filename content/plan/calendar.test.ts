import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  type CohortCalendar,
  isSessionDay,
  localDay,
  nextSessionDay,
  sessionNumber,
  weekday,
} from './calendar';

const WEEKDAYS = [1, 2, 3, 4, 5];
const cohort = (changes: Partial<CohortCalendar> = {}): CohortCalendar => ({
  ...{ timeZone: 'Asia/Seoul', startsOn: '2026-11-30', endsOn: null, sessionDays: WEEKDAYS },
  ...changes,
});

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));
const sessionDays = fc.subarray([1, 2, 3, 4, 5, 6, 7]);
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');

test('30 November 2026 is a Monday', () => {
  expect(weekday('2026-11-30')).toBe(1);
  expect(weekday('2026-11-29')).toBe(7);
  expect(weekday('1969-12-31')).toBe(3);
});

test('the same moment is another day elsewhere', () => {
  const at = new Date('2026-11-29T22:30:00Z');
  expect(localDay(at, 'Asia/Seoul')).toBe('2026-11-30');
  expect(localDay(at, 'UTC')).toBe('2026-11-29');
  expect(localDay(at, 'Pacific/Kiritimati')).toBe('2026-11-30');
  expect(localDay(new Date('2026-11-30T10:59:59Z'), 'Pacific/Pago_Pago')).toBe('2026-11-29');
});

test.each([
  ['the clock goes forward', '2026-03-08T09:59:00Z', '2026-03-08T10:01:00Z', 'America/Los_Angeles', '2026-03-08'],
  ['the clock goes back', '2026-11-01T08:30:00Z', '2026-11-01T09:30:00Z', 'America/Los_Angeles', '2026-11-01'],
])('a day stays one day when %s', (_, before, after, timeZone, expected) => {
  expect(localDay(new Date(before), timeZone)).toBe(expected);
  expect(localDay(new Date(after), timeZone)).toBe(expected);
});

test('a local date never goes back as time goes on, and skips no more than the date line', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000_000_000 }),
      fc.integer({ min: 0, max: 90_000 }),
      zone,
      (at, more, timeZone) => {
        const [from, to] = [localDay(new Date(at * 1000), timeZone), localDay(new Date((at + more) * 1000), timeZone)];
        // Samoa and Kwajalein crossed the date line: one date was never there (or twice).
        if (!/Apia|Fakaofo|Kwajalein|Kiritimati|Enderbury|Kanton/.test(timeZone)) {
          expect(to >= from).toBe(true);
          expect(to <= addDays(from, 2)).toBe(true);
        }
      },
    ),
  );
});

test('sessions are numbered 1, 2, 3… over session days, whatever the first day and the rhythm', () => {
  fc.assert(
    fc.property(day, sessionDays, (startsOn, days) => {
      const calendar = cohort({ startsOn, sessionDays: days });
      let expected = 0;
      for (let at = 0; at < 60; at += 1) {
        const date = addDays(startsOn, at);
        if (days.includes(weekday(date))) expected += 1;
        expect(sessionNumber(date, calendar)).toBe(days.includes(weekday(date)) ? expected : null);
      }
    }),
  );
});

test('nothing meets before the first day, after the last, and in a plan without days', () => {
  const calendar = cohort({ endsOn: '2026-12-04' });
  expect(sessionNumber('2026-11-27', calendar)).toBeNull();
  expect(sessionNumber('2026-12-04', calendar)).toBe(5);
  expect(sessionNumber('2026-12-07', calendar)).toBeNull();
  expect(nextSessionDay('2026-12-04', calendar)).toBeNull();
  expect(nextSessionDay('2026-11-30', cohort({ sessionDays: [] }))).toBeNull();
});

test('the next session day is the first one after', () => {
  expect(nextSessionDay('2026-12-04', cohort())).toBe('2026-12-07');
  expect(nextSessionDay('2026-01-01', cohort())).toBe('2026-11-30');
  fc.assert(
    fc.property(day, day, fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (from, startsOn, days) => {
      const calendar = cohort({ startsOn, sessionDays: days });
      const next = nextSessionDay(from, calendar) ?? '';
      expect(next > from && isSessionDay(next, calendar)).toBe(true);
      expect(sessionNumber(next, calendar)).toBeGreaterThan(0);
    }),
  );
});
