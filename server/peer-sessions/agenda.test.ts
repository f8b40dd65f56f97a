import { expect, test } from 'vitest';
import { PLAN } from '@/content/plan/plan';
import { AgendaSchema } from '@/contracts/peer-session';
import { makeAgenda, sizedFor } from './agenda';

const total = (number: number, members: number) =>
  makeAgenda(number, members).items.reduce((sum, { minutes }) => sum + minutes, 0);

test('an ordinary day has the round, the prompt, a review and the scribe’s lines', () => {
  const { items, plan } = makeAgenda(2, 5);
  expect(items.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['round', 10],
    ['prompt', 10],
    ['review', 10],
    ['scribe', 3],
  ]);
  expect(plan).toMatchObject({ week: 1, day: 2, units: ['01-linear-regression'] });
});

test('a capstone day has its joint tasks, which share their time', () => {
  expect(makeAgenda(5, 4).items.filter(({ kind }) => kind === 'capstone')).toEqual([
    { kind: 'capstone', capstone: 'C00', minutes: 12 },
    { kind: 'capstone', capstone: 'C01', minutes: 12 },
  ]);
});

test('no day of the plan takes a team of three to six longer than an hour, nor less than half of one', () => {
  for (let number = 1; number <= PLAN.length; number += 1) {
    for (const members of [4, 5, 6]) expect(total(number, members)).toBeLessThanOrEqual(60);
    expect(total(number, 4)).toBeGreaterThanOrEqual(30);
    AgendaSchema.parse(makeAgenda(number, 6));
  }
});

test('after the five weeks a team meets without a prompt', () => {
  const { plan, items } = makeAgenda(26, 3);
  expect(plan).toBeNull();
  expect(items.map(({ kind }) => kind)).toEqual(['round', 'review', 'scribe']);
});

test('when somebody has joined meanwhile, they get a turn, too', () => {
  expect(sizedFor(makeAgenda(5, 1), 5)).toEqual(makeAgenda(5, 5));
});
