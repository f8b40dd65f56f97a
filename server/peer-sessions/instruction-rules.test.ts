import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gainOf, isRight, spreadOf, type Vote } from './instruction-rules';

const CHOICES = ['a', 'b', 'c'];
const votes = (round: number, ...answers: string[]): Vote[] =>
  answers.map((answer, at) => ({ userId: `u${at}`, round, answer: [answer], correct: answer === 'a' }));

test('while a round is on nobody is shown it', () => {
  const three = votes(1, 'a', 'b', 'b');
  expect(spreadOf(three, 'first', 'first', CHOICES)).toBeNull();
  expect(spreadOf(votes(2, 'a', 'a', 'a'), 'second', 'second', CHOICES)).toBeNull();
  expect(spreadOf(three, 'second', 'discussion', CHOICES)).toBeNull();
});

test('then its spread is shown without names, and what is right only at the end', () => {
  const three = votes(1, 'a', 'b', 'b');
  expect(spreadOf(three, 'first', 'discussion', CHOICES)).toEqual({
    answers: 3,
    correct: null,
    of: { a: 1, b: 2, c: 0 },
  });
  expect(spreadOf(three, 'first', 'closed', CHOICES)).toMatchObject({ correct: 1 });
});

test('of two answers each would know the other: they are not shown, nor is a gain', () => {
  expect(spreadOf(votes(1, 'a', 'b'), 'first', 'closed', CHOICES)).toBe('few');
  expect(gainOf([...votes(1, 'a', 'b'), ...votes(2, 'a', 'a')])).toBeNull();
  // Three answered, but only two of them twice.
  expect(gainOf([...votes(1, 'a', 'b', 'b'), ...votes(2, 'a', 'a')])).toBeNull();
});

test('the gain is what was gained of what could be', () => {
  expect(gainOf([...votes(1, 'a', 'b', 'b', 'c'), ...votes(2, 'a', 'a', 'a', 'c')])).toEqual({
    ...{ people: 4, first: 0.25, second: 0.75 },
    normalised: 2 / 3,
  });
  expect(gainOf([...votes(1, 'a', 'a', 'a'), ...votes(2, 'a', 'a', 'b')])).toMatchObject({ normalised: null });
  expect(gainOf([...votes(1, 'a', 'a', 'b'), ...votes(2, 'b', 'b', 'b')])).toMatchObject({ normalised: -2 });
});

test('no spread tells of fewer than three, whoever answers what', () => {
  const vote = fc.record({ answer: fc.constantFrom(...CHOICES), round: fc.constantFrom(1, 2) });
  fc.assert(
    fc.property(
      fc.array(vote, { maxLength: 8 }),
      fc.constantFrom('first', 'discussion', 'second', 'closed'),
      (all, phase) => {
        const given = all.map(({ answer, round }, at) => ({
          userId: `u${at}`,
          round,
          answer: [answer],
          correct: false,
        }));
        for (const round of ['first', 'second'] as const) {
          const spread = spreadOf(given, round, phase as 'first', CHOICES);
          if (spread !== null && spread !== 'few') expect(spread.answers).toBeGreaterThanOrEqual(3);
        }
      },
    ),
  );
});

test('of several right choices all are to be taken and no other', () => {
  expect(isRight(['b', 'a'], ['a', 'b'])).toBe(true);
  expect(isRight(['a'], ['a', 'b'])).toBe(false);
  expect(isRight(['a', 'b', 'c'], ['a', 'b'])).toBe(false);
});
