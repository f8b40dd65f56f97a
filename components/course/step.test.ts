import { expect, test } from 'vitest';
import { nextStep, type Step, stateOf } from './step';

const step = (kind: Step['kind'], id: string): Step => ({ kind, id, title: id, href: `/${id}` });
const steps = [step('lesson', 'one'), step('lesson', 'two'), step('exercise', 'u/a'), step('exercise', 'u/b')];
const score = { bestScore: 0, maxScore: 10, attempts: 1 };

test('a newcomer starts with the first lesson', () => {
  expect(nextStep(steps, null)?.id).toBe('one');
  expect(nextStep(steps, { lessons: {}, exercises: {} })?.id).toBe('one');
});

test('what was begun is gone on with, wherever it is', () => {
  const progress = { lessons: {}, exercises: { 'u/a': { state: 'trying' as const, ...score } } };
  expect(nextStep(steps, progress)?.id).toBe('u/a');
});

test('after a step that is done comes the next on the path', () => {
  expect(nextStep(steps, { lessons: { two: { state: 'finished' } }, exercises: {} })?.id).toBe('u/a');
});

test('what was skipped comes when the end of the path is done', () => {
  const progress = { lessons: {}, exercises: { 'u/b': { state: 'passed' as const, ...score } } };
  expect(nextStep(steps, progress)?.id).toBe('one');
});

test('nothing is next when all is done, a pass after the solution included', () => {
  const exercises = {
    'u/a': { state: 'passed' as const, ...score },
    'u/b': { state: 'passed-after-solution' as const, ...score },
  };
  const lessons = { one: { state: 'finished' as const }, two: { state: 'finished' as const } };
  expect(nextStep(steps, { lessons, exercises })).toBeNull();
});

test('the state of a step is none until the account knows it', () => {
  expect(stateOf({ kind: 'exercise', id: 'u/a' }, null)).toBe('none');
});
