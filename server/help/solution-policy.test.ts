import { expect, test } from 'vitest';
import { solutionState } from './solution-policy';

const now = new Date('2026-11-23T09:00:00Z');
const before = new Date('2026-11-22T09:00:00Z');
const later = new Date('2026-11-24T09:00:00Z');
const learner = { isStaff: false, passed: false, gaveUp: false };

test.each([
  ['somebody still trying', learner, 'after-pass'],
  ['somebody who passed', { ...learner, passed: true }, 'open'],
  ['somebody who gave up', { ...learner, gaveUp: true }, 'open'],
])('where a pass opens it, %s finds it %s', (_who, seeker, state) => {
  expect(solutionState({ solutionsOpen: 'AFTER_PASS', dueAt: null }, seeker, now)).toBe(state);
});

test.each([
  ['before the due date', later, 'after-due'],
  ['after the due date', before, 'open'],
  ['without a due date', null, 'after-due'],
])('where the due date opens it, %s it is %s, pass or not', (_when, dueAt, state) => {
  const seeker = { ...learner, passed: true, gaveUp: true };
  expect(solutionState({ solutionsOpen: 'AFTER_DUE', dueAt }, seeker, now)).toBe(state);
});

test('where nothing opens it, only staff see it', () => {
  const rule = { solutionsOpen: 'NEVER', dueAt: before } as const;
  expect(solutionState(rule, { ...learner, passed: true }, now)).toBe('never');
  expect(solutionState(rule, { ...learner, isStaff: true }, now)).toBe('open');
});
