import { CELL_LENGTH, CELL_LETTERS, type CellState, FIRST_DAY } from '@/contracts/cohort';

const STATES = new Map(Object.entries(CELL_LETTERS).map(([state, letter]) => [letter as string, state as CellState]));
const PASSED: readonly CellState[] = ['passed', 'late', 'after-solution', 'overridden-passed'];
const DAY_MS = 86_400_000;

/** One column of a learner's `cells` (contracts/cohort.ts), as it is written. */
export function codeAt(cells: string, column: number): string {
  return cells.slice(CELL_LENGTH * column, CELL_LENGTH * (column + 1));
}

/** `day`: of the first pass or else the last attempt, at midnight in UTC. */
export function readCode(code: string): { state: CellState; attempts: number; day: Date | null } {
  const day = Number.parseInt(code.slice(2), 36) || 0;
  return {
    state: STATES.get(code[0] ?? '') ?? 'none',
    attempts: Number.parseInt(code[1] ?? '', 36) || 0,
    day: day === 0 ? null : new Date(Date.parse(FIRST_DAY) + day * DAY_MS),
  };
}

/** Whether the exercise is passed, be it late, after its solution or by hand. */
export const isPassed = (state: CellState): boolean => PASSED.includes(state);

const PASSED_LETTERS = new Set(PASSED.map((state) => CELL_LETTERS[state].charCodeAt(0)));

/** {@link isPassed} of one column, without reading the rest of its cell: a large cohort has half a million. */
export const isPassedAt = (cells: string, column: number): boolean =>
  PASSED_LETTERS.has(cells.charCodeAt(CELL_LENGTH * column));
