/** A cell of the grid, by where it is shown. */
export interface Spot {
  row: number;
  column: number;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * Where a key leads in a grid (ARIA's grid pattern); null: nowhere. Headings of teams are no cells and are stepped over.
 *
 * @param at the active cell; null: none yet, then every such key leads to the first
 * @param page rows that Page Up and Page Down move by
 */
export function stepOf(
  { key, ctrlKey, metaKey }: Key,
  at: Spot | null,
  { rows, columns, page }: { rows: readonly { kind: 'learner' | 'team' }[]; columns: number; page: number },
): Spot | null {
  const { row, column } = at ?? { row: 0, column: 0 };
  const jump = ctrlKey || metaKey;
  const [last, end] = [rows.length - 1, columns - 1];
  const aims: Record<string, [row: number, column: number]> = {
    ArrowUp: [jump ? 0 : row - 1, column],
    ArrowDown: [jump ? last : row + 1, column],
    ArrowLeft: [row, jump ? 0 : column - 1],
    ArrowRight: [row, jump ? end : column + 1],
    PageUp: [row - page, column],
    PageDown: [row + page, column],
    Home: [jump ? 0 : row, 0],
    End: [jump ? last : row, end],
  };
  const aim = Object.hasOwn(aims, key) ? aims[key] : undefined;
  if (aim === undefined || columns === 0) return null;
  const [toRow, toColumn] = at === null ? [0, 0] : aim;
  const next = cellRow(rows, Math.min(last, Math.max(0, toRow)), toRow < row ? -1 : 1);
  return next === null ? null : { row: next, column: Math.min(end, Math.max(0, toColumn)) };
}

/** The row itself or the nearest with cells: first in the direction of the step, then back. */
function cellRow(rows: readonly { kind: 'learner' | 'team' }[], row: number, direction: 1 | -1): number | null {
  for (const step of [direction, -direction]) {
    for (let at = row; at >= 0 && at < rows.length; at += step) if (rows[at]?.kind === 'learner') return at;
  }
  return null;
}
