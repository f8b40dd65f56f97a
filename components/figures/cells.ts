/** Row and column of a row-major index. */
export const placeOf = (at: number, cols: number) => ({ row: Math.floor(at / cols), col: at % cols });

/**
 * Cells of an n×n grid on the straight way from one to another, both included: what a pointer has crossed between two of its
 * reports.
 */
export function cellsBetween(from: number, to: number, n: number): number[] {
  const [row, col] = [Math.floor(from / n), from % n];
  const [down, across] = [Math.floor(to / n) - row, (to % n) - col];
  const steps = Math.max(Math.abs(down), Math.abs(across));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = steps === 0 ? 0 : i / steps;
    return (row + Math.round(share * down)) * n + col + Math.round(share * across);
  });
}
