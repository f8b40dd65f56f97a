import type { UrlFormat } from '../use-url-state';
import { MOVES, type Move } from './chain';
import { BEST_TURNS, chainOf, GOAL_NAMES, type GoalName, KERNELS, type Kernel, type Turn } from './goals';

/** The kernel to factor, the channels C, the goal, the turns so far, and the layer that is chosen for the next. */
export type FactorState = { kernel: Kernel; channels: number; goal: GoalName; turns: readonly Turn[]; at: number };

export const CHANNELS = [16, 32, 64, 128, 256, 512] as const;

export const factorInitial: FactorState = { kernel: 5, channels: 64, goal: 'threes', turns: [], at: 0 };

/** The same settings from the start. */
export const fresh = (state: FactorState, change: Partial<FactorState> = {}): FactorState => ({
  ...state,
  turns: [],
  at: 0,
  ...change,
});

/** After `move` on the chosen layer, which the first of the new ones takes over unless it is a 1×1; null if it cannot be. */
export function turned(state: FactorState, move: Move): FactorState | null {
  const next = { ...state, turns: [...state.turns, { move, at: state.at }] };
  if (!chainOf(next.goal, next.kernel, next.turns)) return null;
  return { ...next, at: move === 'squeeze' ? state.at + 1 : state.at };
}

/** Without the last turn, whose layer is chosen again. */
export function undone(state: FactorState): FactorState {
  const last = state.turns.at(-1);
  return last ? { ...state, turns: state.turns.slice(0, -1), at: last.at } : state;
}

/** At the best known answer of the goal. */
export const solved = (state: FactorState): FactorState => ({ ...state, turns: BEST_TURNS[state.goal], at: 0 });

const CODES: Record<Move, string> = { threes: 't', cross: 'c', squeeze: 'b', shrink: 's' };

/** `5;64;threes;t0;1`: kernel, channels, goal, turns as letter and layer, chosen layer. */
export const factorUrl: UrlFormat<FactorState> = {
  parameter: 'factor',
  format: ({ kernel, channels, goal, turns, at }) =>
    [kernel, channels, goal, turns.map((turn) => `${CODES[turn.move]}${turn.at}`).join('.'), at].join(';'),
  parse: (text) => {
    const [kernelText, channelsText, goalText, turnsText = '', atText = '', ...rest] = text.split(';');
    const kernel = KERNELS.find((one) => String(one) === kernelText);
    const channels = CHANNELS.find((one) => String(one) === channelsText);
    const goal = GOAL_NAMES.find((one) => one === goalText);
    const turns: Turn[] = [];
    for (const part of turnsText === '' ? [] : turnsText.split('.')) {
      const [, code, at] = /^([tcbs])(\d{1,2})$/.exec(part) ?? [];
      const move = MOVES.find((one) => CODES[one] === code);
      if (!move) return null;
      turns.push({ move, at: Number(at) });
    }
    if (!kernel || !channels || !goal || rest.length > 0 || !/^\d{1,2}$/.test(atText)) return null;
    const state = { kernel, channels, goal, turns, at: Number(atText) };
    const chain = chainOf(goal, kernel, turns);
    return chain && state.at < chain.length ? state : null;
  },
};
