/** Name by which compiled code calls its guard; the counters of single places are `__guard0`, `__guard1`, … */
export const GUARD_NAME = '__guard';

const OPEN = '/*{*/';
const CLOSE = '/*}*/';

/** Marks code as inserted by us, so that columns can be given back as the learner's own. */
export const inserted = (code: string): string => `${OPEN}${code}${CLOSE}`;

/** The column of the same character without what was inserted before it in the line; both count from 1. */
export function columnWithoutInsertions(line: string, column: number): number {
  let before = 0;
  for (let open = line.indexOf(OPEN); open >= 0 && open < column - 1; ) {
    const close = line.indexOf(CLOSE, open);
    if (close < 0) break;
    const end = close + CLOSE.length;
    before += Math.min(end, column - 1) - open;
    open = line.indexOf(OPEN, end);
  }
  return column - before;
}
