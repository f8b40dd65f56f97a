import { expect, test } from 'vitest';
import { applyFinished, type Finished, NOTHING_YET, overridden } from './fold';

const handedInAt = new Date('2026-11-23T09:00:00Z');

function handedIn(number: number, score: number, rest: Partial<Finished> = {}): Finished {
  const result = { passed: score === 10, score, maxScore: 10 };
  return { number, handedInAt, afterSolution: false, countsAfterSolution: false, result, ...rest };
}

function standingAfter(...finished: Finished[]) {
  return finished.reduce(applyFinished, NOTHING_YET);
}

test('a first pass counts in full and keeps its date', () => {
  expect(standingAfter(handedIn(1, 4), handedIn(2, 10))).toEqual({
    state: 'PASSED',
    bestScore: 10,
    maxScore: 10,
    attempts: 2,
    firstPassedAt: handedInAt,
    lastAttemptAt: handedInAt,
    appliedNumber: 2,
  });
});

test('a pass stays a pass when a later submission fails', () => {
  expect(standingAfter(handedIn(1, 10), handedIn(2, 3))).toMatchObject({ state: 'PASSED', bestScore: 10, attempts: 2 });
});

test('a pass after the solution is recorded as such and scores nothing', () => {
  const standing = standingAfter(handedIn(1, 4), handedIn(2, 10, { afterSolution: true }));
  expect(standing).toMatchObject({ state: 'PASSED_AFTER_SOLUTION', bestScore: 4, firstPassedAt: handedInAt });
});

test('a cohort may count a pass after the solution', () => {
  const standing = standingAfter(handedIn(1, 10, { afterSolution: true, countsAfterSolution: true }));
  expect(standing).toMatchObject({ state: 'PASSED_AFTER_SOLUTION', bestScore: 10 });
});

test('what could not be graded is no attempt, and the next goes on from it', () => {
  expect(standingAfter(handedIn(1, 10, { result: null }))).toEqual({ ...NOTHING_YET, appliedNumber: 1 });
});

const createdAt = new Date('2026-11-25T09:00:00Z');

test('an override as passed counts from its own date where nothing passed before', () => {
  const graded = standingAfter(handedIn(1, 4));
  expect(overridden(graded, { passed: true, score: 8, maxScore: 10, createdAt })).toEqual({
    ...graded,
    ...{ state: 'PASSED', bestScore: 8, maxScore: 10, firstPassedAt: createdAt },
  });
});

test('an override as passed keeps the date of a pass that was there', () => {
  const graded = standingAfter(handedIn(1, 10));
  expect(overridden(graded, { passed: true, score: 10, maxScore: 10, createdAt }).firstPassedAt).toEqual(handedInAt);
});

test('an override as not passed takes a pass away, and the attempts stay', () => {
  const graded = standingAfter(handedIn(1, 10));
  expect(overridden(graded, { passed: false, score: 0, maxScore: 10, createdAt })).toMatchObject({
    ...{ state: 'TRYING', bestScore: 0, firstPassedAt: null, attempts: 1 },
  });
});

test('an override as passed is older than a pass that came after it', () => {
  const graded = standingAfter(handedIn(1, 10, { handedInAt: new Date('2026-11-26T09:00:00Z') }));
  expect(overridden(graded, { passed: true, score: 10, maxScore: 10, createdAt }).firstPassedAt).toEqual(createdAt);
});
