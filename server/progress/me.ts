import 'server-only';
import type { ExerciseState as StoredState } from '@/.generated/prisma/enums';
import { quickCheckIds } from '@/content/quick-check-ids';
import type { ExerciseState, Me } from '@/contracts/learning';
import { db } from '../db';

/** The states of an exercise as the page names them. */
export const STATE = {
  TRYING: 'trying',
  PASSED: 'passed',
  PASSED_AFTER_SOLUTION: 'passed-after-solution',
} as const satisfies Record<StoredState, ExerciseState>;

/** What a person has done so far, as the page shows it. */
export async function loadProgress(userId: string): Promise<Omit<Me, 'viewer'>> {
  const [exercises, lessons, quickChecks, cards] = await Promise.all([
    db.exerciseProgress.findMany({
      where: { userId },
      select: { exerciseId: true, state: true, bestScore: true, maxScore: true, attempts: true },
    }),
    db.lessonProgress.findMany({ where: { userId }, select: { lessonId: true, finishedAt: true } }),
    db.quickCheckAnswer.findMany({ where: { userId }, select: { checkId: true, answer: true, correct: true } }),
    db.reviewCard.findMany({ where: { userId }, select: { checkId: true, due: true } }),
  ]);
  const asked = quickCheckIds();
  const due = new Map(cards.filter(({ checkId }) => asked.has(checkId)).map((card) => [card.checkId, card.due]));
  return {
    exercises: Object.fromEntries(
      exercises.map(({ exerciseId, state, ...scores }) => [exerciseId, { state: STATE[state], ...scores }]),
    ),
    lessons: Object.fromEntries(
      lessons.map(({ lessonId, finishedAt }) => [lessonId, { state: finishedAt ? 'finished' : 'started' }]),
    ),
    quickChecks: Object.fromEntries(
      quickChecks.map(({ checkId, ...kept }) => [checkId, { ...kept, due: due.get(checkId)?.toISOString() ?? null }]),
    ),
  };
}

export const NO_PROGRESS: Omit<Me, 'viewer'> = { exercises: {}, lessons: {}, quickChecks: {} };
