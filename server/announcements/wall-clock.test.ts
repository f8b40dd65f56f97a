import { expect, test } from 'vitest';
import { momentOf, wallClock } from './wall-clock';

test.each([
  ['2026-12-01T09:00', 'Asia/Seoul', '2026-12-01T00:00:00.000Z'],
  ['2026-12-01T00:00', 'Asia/Kathmandu', '2026-11-30T18:15:00.000Z'],
  ['2027-03-13T02:30', 'America/New_York', '2027-03-13T07:30:00.000Z'],
  ['2027-03-14T03:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
  ['2027-03-28T03:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
])('the clock shows %s in %s at %s', (local, zone, moment) => {
  expect(momentOf(local, zone).toISOString()).toBe(moment);
  expect(wallClock(new Date(moment), zone)).toBe(local);
});

test.each([
  ['a time that the clock skips is so much later', '2027-03-14T02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
  ['also east of Greenwich', '2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
  [
    'of a time that it shows twice the first counts',
    '2026-11-01T01:30',
    'America/New_York',
    '2026-11-01T05:30:00.000Z',
  ],
  ['also east of Greenwich, twice', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('%s', (_what, local, zone, moment) => {
  expect(momentOf(local, zone).toISOString()).toBe(moment);
});
