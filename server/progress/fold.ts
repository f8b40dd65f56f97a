import 'server-only';
import type { ExerciseState } from '@/.generated/prisma/enums';

/** What is known of one learner and one exercise after some submissions. */
export interface Standing {
  state: ExerciseState;
  bestScore: number;
  maxScore: number;
  /** Graded submissions. */
  attempts: number;
  firstPassedAt: Date | null;
  /** When the last graded submission was handed in. */
  lastAttemptAt: Date | null;
  /** Number of the last submission in it. */
  appliedNumber: number;
}

/** One finished submission. `result` is null when it could not be graded. */
export interface Finished {
  number: number;
  handedInAt: Date;
  /** The solution was open to the learner before this was handed in. */
  afterSolution: boolean;
  /** The cohort lets a submission after the solution score. */
  countsAfterSolution: boolean;
  result: { passed: boolean; score: number; maxScore: number } | null;
}

export const NOTHING_YET: Standing = {
  state: 'TRYING',
  bestScore: 0,
  maxScore: 0,
  attempts: 0,
  firstPassedAt: null,
  lastAttemptAt: null,
  appliedNumber: 0,
};

/** The standing after one more submission. A pass stays a pass; after the solution it scores 0 unless the cohort counts it. */
export function applyFinished(
  before: Standing,
  { number, handedInAt, afterSolution, countsAfterSolution, result }: Finished,
): Standing {
  const after = { ...before, appliedNumber: number };
  if (result === null) return after;
  const scores = !afterSolution || countsAfterSolution;
  return {
    ...after,
    attempts: before.attempts + 1,
    maxScore: result.maxScore,
    bestScore: scores ? Math.max(before.bestScore, result.score) : before.bestScore,
    state: result.passed ? passedState(before.state, afterSolution) : before.state,
    firstPassedAt: before.firstPassedAt ?? (result.passed ? handedInAt : null),
    lastAttemptAt: handedInAt,
  };
}

function passedState(before: ExerciseState, afterSolution: boolean): ExerciseState {
  if (before !== 'TRYING') return before;
  return afterSolution ? 'PASSED_AFTER_SOLUTION' : 'PASSED';
}

/** What an instructor set by hand, and when. */
export interface Override {
  passed: boolean;
  score: number;
  maxScore: number;
  createdAt: Date;
}

/** The standing as it counts under an override: attempts are those that were graded, a pass is as old as the first of both. */
export function overridden(graded: Standing, { passed, score, maxScore, createdAt }: Override): Standing {
  const isEarlier = graded.firstPassedAt !== null && graded.firstPassedAt < createdAt;
  return {
    ...graded,
    state: passed ? 'PASSED' : 'TRYING',
    bestScore: score,
    maxScore,
    firstPassedAt: passed ? (isEarlier ? graded.firstPassedAt : createdAt) : null,
  };
}
