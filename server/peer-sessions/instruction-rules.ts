import 'server-only';
import { type Phase, SPREAD_FROM } from '@/contracts/peer-session';

export interface Vote {
  userId: string;
  round: number;
  answer: readonly string[];
  correct: boolean;
}

export const NEXT_PHASE: Record<Phase, Phase | null> = {
  first: 'discussion',
  discussion: 'second',
  second: 'closed',
  closed: null,
};

const ROUND = { first: 1, second: 2 } as const;

/**
 * How a round came out (docs/decisions/1025): null while it is on, so that nobody is led by it; `few` with fewer than three
 * answers; how many were right only once all is over, so that the discussion stays one.
 */
export function spreadOf(votes: readonly Vote[], round: keyof typeof ROUND, phase: Phase, choices: readonly string[]) {
  if (phase === 'first' || (round === 'second' && phase !== 'closed')) return null;
  const own = votes.filter((vote) => vote.round === ROUND[round]);
  if (own.length < SPREAD_FROM) return 'few' as const;
  const of = choices.map((choice) => [choice, own.filter(({ answer }) => answer.includes(choice)).length]);
  return {
    answers: own.length,
    correct: phase === 'closed' ? own.filter(({ correct }) => correct).length : null,
    of: Object.fromEntries(of) as Record<string, number>,
  };
}

/** Of who answered in both rounds: shares of right answers and Hake's normalised gain. Null for fewer than three. */
export function gainOf(votes: readonly Vote[]) {
  const second = new Map(
    votes.flatMap(({ userId, round, correct }) => (round === 2 ? [[userId, correct] as const] : [])),
  );
  const both = votes.filter(({ userId, round }) => round === 1 && second.has(userId));
  if (both.length < SPREAD_FROM) return null;
  return gain(
    both.length,
    both.filter(({ correct }) => correct).length,
    both.filter(({ userId }) => second.get(userId)).length,
  );
}

/** `(second − first) / (1 − first)`: what was gained of what could be; null when all were right at once. */
export function gain(people: number, right1: number, right2: number) {
  const [first, second] = [right1 / people, right2 / people];
  return { people, first, second, normalised: right1 === people ? null : (right2 - right1) / (people - right1) };
}

/** Right when just the right choices were taken. */
export function isRight(answer: readonly string[], right: readonly string[]): boolean {
  const taken = new Set(answer);
  return taken.size === right.length && right.every((id) => taken.has(id));
}
