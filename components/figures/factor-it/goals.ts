import { type Conv, fieldOf, type Move, replaced, single, weightsOf } from './chain';

export const KERNELS = [5, 7] as const;
export type Kernel = (typeof KERNELS)[number];

/** Budgets in per cent of the single kernel's weights, each with the moves that it allows. */
export const GOALS = {
  threes: { percent: 75, moves: ['threes', 'shrink'] },
  cross: { percent: 50, moves: ['threes', 'cross', 'shrink'] },
  squeeze: { percent: 5, moves: ['threes', 'cross', 'squeeze', 'shrink'] },
} as const satisfies Record<string, { percent: number; moves: readonly Move[] }>;

export type GoalName = keyof typeof GOALS;
export const GOAL_NAMES = Object.keys(GOALS) as GoalName[];

export const allows = (goal: GoalName, move: Move) => (GOALS[goal].moves as readonly Move[]).includes(move);

/** The weights that a goal grants for a kernel and C channels. */
export const budgetOf = (goal: GoalName, kernel: Kernel, channels: number) =>
  Math.floor((GOALS[goal].percent / 100) * kernel ** 2 * channels ** 2);

/** One replacement: the move and the layer that it was made on. */
export type Turn = { move: Move; at: number };

/** Layers beyond which nothing is replaced any more. */
export const MOST_LAYERS = 12;

/** What turns make of a single kernel; null when one of them cannot be made under the goal. */
export function chainOf(goal: GoalName, kernel: Kernel, turns: readonly Turn[]): Conv[] | null {
  return turns.reduce<Conv[] | null>((chain, { move, at }) => {
    const next = chain && allows(goal, move) ? replaced(chain, at, move) : null;
    return next && next.length <= MOST_LAYERS ? next : null;
  }, single(kernel));
}

/** Turns to the fewest weights under each goal; the tests search all chains to confirm it. */
export const BEST_TURNS: Record<GoalName, readonly Turn[]> = {
  threes: [{ move: 'threes', at: 0 }],
  cross: [{ move: 'cross', at: 0 }],
  squeeze: [
    { move: 'squeeze', at: 0 },
    { move: 'cross', at: 1 },
  ],
};

export const bestOf = (goal: GoalName, kernel: Kernel) => chainOf(goal, kernel, BEST_TURNS[goal]) as Conv[];

export type Verdict = 'best' | 'met' | 'over' | 'blind';

/** Whether a chain sees n × n (else `blind`), keeps the budget (else `over`) and cannot be beaten (`best`). */
export function judge(goal: GoalName, kernel: Kernel, channels: number, chain: readonly Conv[]): Verdict {
  const { height, width } = fieldOf(chain);
  if (height < kernel || width < kernel) return 'blind';
  const weights = weightsOf(chain, channels);
  if (weights > budgetOf(goal, kernel, channels)) return 'over';
  return weights > weightsOf(bestOf(goal, kernel), channels) ? 'met' : 'best';
}
