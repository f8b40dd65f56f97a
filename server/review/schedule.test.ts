import { expect, test } from 'vitest';
import { cardOf, isDue, type Review } from './schedule';

const start = new Date('2026-11-24T20:00:00Z');
const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);
const after = (count: number, rating: Review['rating']): Review => ({ rating, reviewedAt: hours(count) });
const daysUntilDue = (...reviews: Review[]) =>
  ((cardOf(reviews)?.due.getTime() ?? 0) - (reviews.at(-1)?.reviewedAt.getTime() ?? 0)) / 86_400_000;

/** FSRS-6, default weights: the first interval is w0…w3 days, w2 = 2.31 for Good; ours is a third of a day less. */
test.each([
  ['AGAIN', 1],
  ['GOOD', 2],
  ['EASY', 8],
] as const)('a first answer rated %s comes back after %i days, less a third', (rating, days) => {
  expect(daysUntilDue(after(0, rating))).toBeCloseTo(days - 1 / 3);
});

test('what was answered in the evening is due the next morning, not only the next evening', () => {
  const card = cardOf([after(0, 'AGAIN')]);
  expect(isDue(card, hours(12))).toBe(false);
  expect(isDue(card, hours(16))).toBe(true);
});

test('nothing answered is no card, and always due', () => {
  expect(cardOf([])).toBeNull();
  expect(isDue(null, start)).toBe(true);
});

/** Forgetting curve of FSRS-6: R = (1 + F·t/S)^−w20 with F = 0.9^(−1/w20) − 1, so that R = 0.9 at t = S. */
test('an interval is the time in which recall falls to nine tenths', () => {
  const reviews = [after(0, 'GOOD'), after(48, 'GOOD')];
  const stability = cardOf(reviews)?.stability ?? 0;
  const factor = 0.9 ** (-1 / 0.1542) - 1;
  const days = Math.round(daysUntilDue(...reviews) + 1 / 3);
  expect((1 + (factor * days) / stability) ** -0.1542).toBeCloseTo(0.9, 2);
});

test('right answers space out, and a later Easy more than a Good, a Hard less', () => {
  const twice = (rating: Review['rating']) => daysUntilDue(after(0, 'GOOD'), after(48, rating));
  expect(twice('GOOD')).toBeGreaterThan(daysUntilDue(after(0, 'GOOD')));
  expect(twice('EASY')).toBeGreaterThan(twice('GOOD'));
  expect(twice('HARD')).toBeLessThan(twice('GOOD'));
});

test('a miss after a year of right answers comes back the next day and counts as a lapse', () => {
  const right = [after(0, 'GOOD'), after(24 * 10, 'GOOD'), after(24 * 60, 'GOOD')];
  const reviews = [...right, after(24 * 400, 'AGAIN')];
  expect(daysUntilDue(...reviews)).toBeCloseTo(2 / 3);
  expect(cardOf(reviews)).toMatchObject({ reps: 4, lapses: 1 });
  expect(cardOf(right)).toMatchObject({ reps: 3, lapses: 0 });
});

test('nothing is put off beyond a year, but for the day by which Easy is above Good and Good above Hard', () => {
  const reviews = Array.from({ length: 12 }, (_, index) => after(24 * 400 * index, 'EASY'));
  expect(daysUntilDue(...reviews)).toBeLessThan(365 + 2);
});

test('answers before the check is due change nothing', () => {
  const first = [after(0, 'GOOD')];
  expect(cardOf([...first, after(1, 'AGAIN'), after(30, 'EASY')])).toEqual(cardOf(first));
});

test('the order in which two accounts bring their answers does not matter', () => {
  const reviews = [after(0, 'AGAIN'), after(20, 'GOOD'), after(100, 'HARD')];
  expect(cardOf(reviews.toReversed())).toEqual(cardOf(reviews));
});
