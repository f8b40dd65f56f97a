import 'server-only';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { ReviewRating } from '@/.generated/prisma/enums';

/** One answer that is to count. */
export interface Review {
  rating: ReviewRating;
  reviewedAt: Date;
}

/** When a quick check comes back, and what FSRS knows of it: stability in days, difficulty 1…10. */
export interface ReviewCard {
  due: Date;
  stability: number;
  difficulty: number;
  reps: number;
  lapses: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Intervals are whole days; who learns in the evening shall find the next day's checks in the morning after. */
const EARLIER = DAY / 3;

const GRADE = { AGAIN: Rating.Again, HARD: Rating.Hard, GOOD: Rating.Good, EASY: Rating.Easy } as const;

/**
 * FSRS-6 with its published weights, aiming at 90 % recall. Its steps are one day, not minutes: a missed check comes back
 * the next day, however old it is, and never in the lesson in which it was missed.
 */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: false,
  learning_steps: ['1d'],
  relearning_steps: ['1d'],
});

/** Whether an answer given at this time counts. Before a check is due, answering it is practice. */
export function isDue(card: Pick<ReviewCard, 'due'> | null, at: Date): boolean {
  return card === null || card.due <= at;
}

/**
 * The card that answers lead to; null for none. They may come in any order, as when two accounts become one; an answer
 * before the card is due changes nothing.
 *
 * @example cardOf([{ rating: 'GOOD', reviewedAt: new Date('2026-11-24T20:00Z') }])?.due // 2026-11-26T12:00Z
 */
export function cardOf(reviews: readonly Review[]): ReviewCard | null {
  const inOrder = reviews.toSorted((a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime());
  let state = inOrder[0] && createEmptyCard(inOrder[0].reviewedAt);
  let card: ReviewCard | null = null;
  for (const { rating, reviewedAt } of inOrder) {
    if (!state || !isDue(card, reviewedAt)) continue;
    state = scheduler.next(state, reviewedAt, GRADE[rating]).card;
    const { stability, difficulty, reps, lapses } = state;
    card = { due: new Date(state.due.getTime() - EARLIER), stability, difficulty, reps, lapses };
  }
  return card;
}
