import { expect, test } from 'vitest';
import { PLAN } from '@/content/plan/plan';
import { scheduleOf } from './schedule';

const SEOUL = { timeZone: 'Asia/Seoul', startsOn: '2026-11-30', endsOn: null, sessionDays: [1, 2, 3, 4, 5] };

test('every exercise of the course opens with its day and is due before the next week', () => {
  const schedule = scheduleOf(SEOUL);
  expect(schedule.map(({ exerciseId }) => exerciseId)).toEqual(PLAN.flatMap(({ exercises }) => exercises));
  expect(schedule[0]).toEqual({
    exerciseId: '00-orientation/standardize',
    opensAt: new Date('2026-11-30T00:00:00+09:00'),
    dueAt: new Date('2026-12-06T23:59:59+09:00'),
  });
  expect(schedule.at(-1)).toMatchObject({
    opensAt: new Date('2026-12-31T00:00:00+09:00'),
    dueAt: new Date('2027-01-03T23:59:59+09:00'),
  });
});

test.each([
  ['meets twice a week', { sessionDays: [2, 4] }, '2026-12-01'],
  ['meets every day', { sessionDays: [1, 2, 3, 4, 5, 6, 7] }, '2026-11-30'],
  ['never meets', { sessionDays: [] }, '2026-11-30'],
  ['begins on a Saturday', { startsOn: '2026-12-05' }, '2026-12-07'],
  ['ends before the course does', { endsOn: '2026-12-01' }, '2026-11-30'],
])('a cohort that %s has them all, none due before it opens', (_what, calendar, first) => {
  const schedule = scheduleOf({ ...SEOUL, ...calendar });
  expect(schedule[0]?.opensAt).toEqual(new Date(`${first}T00:00:00+09:00`));
  expect(schedule).toHaveLength(PLAN.flatMap(({ exercises }) => exercises).length);
  for (const { opensAt, dueAt } of schedule) expect(dueAt.getTime()).toBeGreaterThan(opensAt.getTime());
});

test('midnight is that of the cohort, also when the clocks change', () => {
  const schedule = scheduleOf({ ...SEOUL, timeZone: 'America/New_York', startsOn: '2026-10-26' });
  expect(schedule[0]).toMatchObject({
    opensAt: new Date('2026-10-26T00:00:00-04:00'),
    dueAt: new Date('2026-11-01T23:59:59-05:00'),
  });
});
