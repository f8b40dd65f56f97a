import { expect, test } from 'vitest';
import { dueChecks, isDueCheck, nextDue, reviewHref } from './due';

const now = Date.parse('2026-11-24T12:00:00Z');
const check = (due: string | null) => ({ answer: [], correct: true, due });
const checks = {
  'u.l#later': check('2026-11-26T12:00:00.000Z'),
  'u.l#yesterday': check('2026-11-23T12:00:00.000Z'),
  'u.l#now': check('2026-11-24T12:00:00.000Z'),
  'u.l#gone': check(null),
  'u.l#last-week': check('2026-11-17T12:00:00.000Z'),
  'u.l#soon': check('2026-11-24T12:00:01.000Z'),
};

test('what is due comes in order, longest due first; checks that are gone never come', () => {
  expect(dueChecks(checks, now)).toEqual(['u.l#last-week', 'u.l#yesterday', 'u.l#now']);
});

test('the next date is the earliest that has not come', () => {
  expect(nextDue(checks, now)?.toISOString()).toBe('2026-11-24T12:00:01.000Z');
  expect(nextDue({ gone: check(null), past: check('2026-11-23T12:00:00.000Z') }, now)).toBeNull();
});

test('a check that was never answered counts at once, an answered one when it is due', () => {
  expect(isDueCheck(undefined, now)).toBe(true);
  expect(isDueCheck(checks['u.l#now'], now)).toBe(true);
  expect(isDueCheck(checks['u.l#soon'], now)).toBe(false);
});

test('a check has an address of its own', () => {
  expect(reviewHref('02-mlp.03-backpropagation#shapes')).toBe('/review/02-mlp.03-backpropagation/shapes');
});
