import { randomUUID } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { GET as exportData } from '@/app/api/account/export/route';
import { DELETE as deleteAccount } from '@/app/api/account/route';
import { PUT as saveQuickCheck } from '@/app/api/quick-checks/route';
import { PUT as rate } from '@/app/api/reviews/route';
import { mergeGuest } from '@/server/accounts/merge';
import { db, disconnect } from '@/server/db';
import { saveQuickCheck as save } from '@/server/progress/lessons';
import { cardOf } from '@/server/review/schedule';
import { Learner } from './learner';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());
afterAll(disconnect);

const CHECK = '02-mlp.03-backpropagation#shapes';
const HOUR = 3_600_000;
const hours = (count: number) => new Date(Date.now() + count * HOUR);

const answer = (learner: Learner, correct: boolean, id = CHECK) =>
  learner.call(saveQuickCheck, 'PUT', { id, answer: ['a'], correct });
/** As if the learner answered that many hours from now. */
const answerAt = async (learner: Learner, at: Date, correct: boolean) =>
  save({ id: await learner.id() }, { id: CHECK, answer: ['a'], correct }, at);
const dueIn = async (learner: Learner) => {
  const { due } = (await learner.me()).quickChecks[CHECK] ?? {};
  return due ? (Date.parse(due) - Date.now()) / HOUR : null;
};
const reviewsOf = async (learner: Learner) =>
  db.review.findMany({ where: { userId: await learner.id() }, orderBy: { reviewedAt: 'asc' } });

async function newMember(): Promise<{ id: string }> {
  const id = randomUUID();
  return db.user.create({ data: { id, name: 'Ada', email: `${id}@course.test` }, select: { id: true } });
}

test('a missed check comes back the next day, a right one the day after that', async () => {
  const [missed, right] = [new Learner(), new Learner()];
  await answer(missed, false);
  await answer(right, true);
  expect(await dueIn(missed)).toBeCloseTo(16, 1);
  expect(await dueIn(right)).toBeCloseTo(40, 1);
});

test('trying again in the lesson changes the kept answer and not the date', async () => {
  const learner = new Learner();
  await answer(learner, false);
  await answer(learner, true);
  expect((await learner.me()).quickChecks[CHECK]?.correct).toBe(true);
  expect(await reviewsOf(learner)).toMatchObject([{ rating: 'AGAIN' }]);
  expect(await dueIn(learner)).toBeCloseTo(16, 1);
});

test('an answer when it is due counts, and puts it off for longer', async () => {
  const learner = new Learner();
  await answer(learner, true);
  await answerAt(learner, hours(48), true);
  const reviews = await reviewsOf(learner);
  expect(reviews).toMatchObject([{ rating: 'GOOD' }, { rating: 'GOOD' }]);
  expect(await dueIn(learner)).toBeGreaterThan(48 + 5 * 24);
  const card = await db.reviewCard.findFirstOrThrow({ where: { userId: await learner.id() } });
  expect(card).toMatchObject({ ...cardOf(reviews) });
});

test('how hard a right answer was replaces what it counted as, as often as one likes', async () => {
  const learner = new Learner();
  await answer(learner, true);
  expect(await learner.call(rate, 'PUT', { id: CHECK, rating: 'easy' })).toMatchObject({ status: 200 });
  expect(await dueIn(learner)).toBeCloseTo(8 * 24 - 8, 1);
  await learner.call(rate, 'PUT', { id: CHECK, rating: 'good' });
  expect(await dueIn(learner)).toBeCloseTo(40, 1);
  expect(await reviewsOf(learner)).toMatchObject([{ rating: 'GOOD' }]);
});

test('a wrong answer is not made easier afterwards, and what was never answered not rated', async () => {
  const learner = new Learner();
  await answer(learner, false);
  expect(await learner.call(rate, 'PUT', { id: CHECK, rating: 'easy' })).toMatchObject({ status: 409 });
  const other = '02-mlp.03-backpropagation#dw';
  expect(await learner.call(rate, 'PUT', { id: other, rating: 'easy' })).toMatchObject({ status: 409 });
  expect(await learner.call(rate, 'PUT', { id: CHECK, rating: 'again' })).toMatchObject({ status: 400 });
  expect(await new Learner().call(rate, 'PUT', { id: CHECK, rating: 'easy' })).toMatchObject({ status: 401 });
});

test('two answers at once count as one', async () => {
  const learner = new Learner();
  await answer(learner, true, '02-mlp.03-backpropagation#dw');
  const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => answer(learner, index % 2 === 0)));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  expect(await db.review.count({ where: { userId: await learner.id(), checkId: CHECK } })).toBe(1);
});

test('a check that the course no longer has is never due', async () => {
  const learner = new Learner();
  await answer(learner, false, '02-mlp.03-backpropagation#gone');
  expect((await learner.me()).quickChecks['02-mlp.03-backpropagation#gone']?.due).toBeNull();
});

test('a guest’s reviews become the member’s, and a check that both answered has one history', async () => {
  const guest = new Learner();
  await answer(guest, false);
  await answer(guest, true, '02-mlp.03-backpropagation#dw');
  const member = await newMember();
  await save(member, { id: CHECK, answer: ['b'], correct: true }, hours(-100));
  await mergeGuest(await guest.id(), member.id);
  const reviews = await db.review.findMany({
    where: { userId: member.id, checkId: CHECK },
    orderBy: { reviewedAt: 'asc' },
  });
  expect(reviews).toMatchObject([{ rating: 'GOOD' }, { rating: 'AGAIN' }]);
  expect(await db.reviewCard.findMany({ where: { userId: member.id }, orderBy: { checkId: 'asc' } })).toMatchObject([
    { checkId: '02-mlp.03-backpropagation#dw', reps: 1 },
    { checkId: CHECK, ...cardOf(reviews) },
  ]);
});

test('the export holds the reviews and when each check comes back; deleting the account leaves none', async () => {
  const learner = new Learner();
  await answer(learner, true);
  const userId = await learner.id();
  expect((await learner.call(exportData, 'GET')).body).toMatchObject({
    reviews: [{ checkId: CHECK, rating: 'GOOD' }],
    reviewCards: [{ checkId: CHECK, reps: 1, lapses: 0 }],
  });
  expect((await learner.call(deleteAccount, 'DELETE', {})).status).toBe(200);
  expect(await db.review.count({ where: { userId } })).toBe(0);
  expect(await db.reviewCard.count({ where: { userId } })).toBe(0);
});
