import { expect, test } from 'vitest';
import type { WatchReason } from '@/contracts/watchlist';
import { absent, behind, byUrgency, type FailingCheck, hints, inactive, quietOn, stuck } from './rules';

/** A Monday, and five weeks on weekdays. */
const calendar = {
  ...{ timeZone: 'Asia/Seoul', startsOn: '2026-11-02', endsOn: '2026-12-04' },
  sessionDays: [1, 2, 3, 4, 5],
};
const on = (today: string, more = {}) => ({ today, calendar: { ...calendar, ...more } });
const joined = '2026-11-01';

test('days of the plan without work are counted, neither weekends nor today', () => {
  const done = { active: '2026-11-06', joined };
  expect(inactive(done, 5, on('2026-11-16'))).toEqual({ rule: 'inactive', count: 5, days: 10, since: '2026-11-06' });
  expect(inactive(done, 6, on('2026-11-16'))).toBeNull();
  expect(inactive({ active: '2026-11-13', joined }, 1, on('2026-11-16'))).toBeNull();
});

test('who never did anything is counted from the day they came, or the cohort began', () => {
  expect(inactive({ active: null, joined: '2026-11-12' }, 1, on('2026-11-16'))).toMatchObject({
    count: 2,
    since: null,
  });
  expect(inactive({ active: null, joined: '2026-09-01' }, 1, on('2026-11-05'))).toMatchObject({ count: 3 });
});

test('what was done before the cohort began is no sign of work in it', () => {
  expect(inactive({ active: '2026-10-01', joined }, 1, on('2026-11-05'))).toMatchObject({
    count: 3,
    since: '2026-10-01',
  });
});

test('a cohort that never meets has workdays; one that is over has no more of them', () => {
  const done = { active: '2026-11-13', joined };
  expect(inactive(done, 1, on('2026-11-21', { sessionDays: [] }))).toMatchObject({ count: 5 });
  expect(inactive(done, 1, on('2026-11-21', { sessionDays: [2] }))).toMatchObject({ count: 1 });
  expect(inactive(done, 1, on('2027-01-01', { endsOn: '2026-11-17' }))).toMatchObject({ count: 2 });
});

test('exercises that are due count from their number on, the oldest first, by the cohort’s days', () => {
  const due = [
    { exercise: 'b', due: new Date('2026-11-15T23:59:59+09:00') },
    { exercise: 'a', due: new Date('2026-11-08T23:59:59+09:00') },
  ];
  expect(behind(due, 2, on('2026-11-16'))).toEqual({
    ...{ rule: 'behind', count: 2, days: 8 },
    exercises: [
      { exercise: 'a', due: '2026-11-08T14:59:59.000Z' },
      { exercise: 'b', due: '2026-11-15T14:59:59.000Z' },
    ],
  });
  expect(behind(due, 3, on('2026-11-16'))).toBeNull();
  expect(behind([], 1, on('2026-11-16'))).toBeNull();
});

const failing = (more: Partial<FailingCheck>): FailingCheck => ({
  ...{ exercise: 'a', check: 'values', title: null, diagnosis: null, count: 6, since: '2026-11-10', submission: 's' },
  ...more,
});

test('of each exercise the check that failed most is named, from its number on', () => {
  const all = [
    failing({ count: 6 }),
    failing({ check: 'shape', count: 8 }),
    failing({ exercise: 'b', count: 9, since: '2026-11-14' }),
    failing({ exercise: 'c', count: 5 }),
  ];
  expect(stuck(all, 6, on('2026-11-16'))).toMatchObject([
    { rule: 'stuck', exercise: 'b', check: 'values', count: 9, days: 2 },
    { rule: 'stuck', exercise: 'a', check: 'shape', count: 8, days: 6 },
  ]);
  expect(stuck(all, 10, on('2026-11-16'))).toEqual([]);
});

test('missed sessions count from their number on, the latest first', () => {
  const missed = [
    { id: 'x', day: '2026-11-10' },
    { id: 'y', day: '2026-11-12' },
  ];
  expect(absent(missed, 2, on('2026-11-16'))).toEqual({
    ...{ rule: 'absent', count: 2, days: 6 },
    sessions: [
      { id: 'y', day: '2026-11-12' },
      { id: 'x', day: '2026-11-10' },
    ],
  });
  expect(absent(missed, 3, on('2026-11-16'))).toBeNull();
  expect(absent([], 1, on('2026-11-16'))).toBeNull();
});

test('hints are added up, where most were opened first', () => {
  const opened = [
    { exercise: 'a', hints: 2 },
    { exercise: 'b', hints: 3 },
  ];
  expect(hints(opened, 5)).toEqual({
    ...{ rule: 'hints', count: 5, days: 0 },
    exercises: [
      { exercise: 'b', hints: 3 },
      { exercise: 'a', hints: 2 },
    ],
  });
  expect(hints(opened, 6)).toBeNull();
});

test.each([
  ['2026-11-08', undefined, 'beginning'],
  ['2026-11-09', undefined, null],
  ['2026-11-20', '2026-11-14', 'beginning'],
  ['2026-11-21', '2026-11-14', null],
  ['2026-11-09', '2026-10-01', null],
  ['2026-12-04', undefined, null],
  ['2026-12-05', undefined, 'over'],
])('on %s, for who came on %s, the list is %s', (today, came, quiet) => {
  expect(quietOn(today, calendar, came)).toBe(quiet);
});

test('most reasons first, then for longest, then by name', () => {
  const reason = (days: number) => ({ rule: 'hints', count: 1, days, exercises: [] }) satisfies WatchReason;
  const entry = (name: string, ...days: number[]) => ({ learner: { id: name, name }, reasons: days.map(reason) });
  const entries = [entry('하늘', 3), entry('가온', 3), entry('나래', 9), entry('다온', 1, 1)];
  expect(entries.toSorted(byUrgency).map(({ learner }) => learner.name)).toEqual(['다온', '나래', '가온', '하늘']);
});
