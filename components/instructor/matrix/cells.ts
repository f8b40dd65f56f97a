import { CELL_LETTERS, type CellState } from '@/contracts/cohort';

const STATES = new Map(Object.entries(CELL_LETTERS).map(([state, letter]) => [letter as string, state as CellState]));

/** State and attempts in one column of a learner's `cells` (contracts/cohort.ts). */
export function cellAt(cells: string, column: number): { state: CellState; attempts: number } {
  return {
    state: STATES.get(cells[2 * column] ?? '') ?? 'none',
    attempts: Number.parseInt(cells[2 * column + 1] ?? '0', 36),
  };
}

/** Whether the exercise is passed, be it late or after its solution. */
export const isPassed = (state: CellState): boolean => state !== 'none' && state !== 'trying';
