import { sizeOf, type TensorData } from '@/grading/tensor-data';

export interface Cursor {
  row: number;
  column: number;
}

/** The matrix that a slice of a tensor is: the last two axes; a vector is one row, a scalar one cell. */
export function sliceExtents(shape: readonly number[]): { rows: number; columns: number } {
  return { rows: shape.length > 1 ? (shape.at(-2) ?? 1) : 1, columns: shape.at(-1) ?? 1 };
}

/** Extents of the axes that a slice fixes: all but the last two. */
export function leadingExtents(shape: readonly number[]): number[] {
  return shape.slice(0, -2);
}

/** Where a slice starts in the row-major values. */
export function sliceOffset(shape: readonly number[], leading: readonly number[]): number {
  const { rows, columns } = sliceExtents(shape);
  return leadingExtents(shape).reduce((at, extent, axis) => at * extent + (leading[axis] ?? 0), 0) * rows * columns;
}

/** Index of a cell in the whole tensor. */
export function indexOf(shape: readonly number[], leading: readonly number[], { row, column }: Cursor): number[] {
  if (shape.length === 0) return [];
  return shape.length === 1 ? [column] : [...leading, row, column];
}

/** Position in the row-major values of an index. */
export function flatIndex(shape: readonly number[], index: readonly number[]): number {
  return shape.reduce((at, extent, axis) => at * extent + (index[axis] ?? 0), 0);
}

/** actual − expected; 0 for two NaNs or two infinities of one sign, NaN where no finite difference exists. */
export function signedError(actual: number, expected: number): number {
  if (Object.is(actual, expected) || actual === expected) return 0;
  const difference = actual - expected;
  return Number.isFinite(difference) ? difference : Number.NaN;
}

/** Whether an element is out of tolerance, by the grader's rule: |a − e| ≤ atol + rtol·|e|. */
export function isOutside(actual: number, expected: number, atol: number, rtol: number): boolean {
  const error = signedError(actual, expected);
  return !(Math.abs(error) <= atol + rtol * Math.abs(expected)) && error !== 0;
}

/** Largest finite magnitude; 0 when there is none. */
export function largestMagnitude(values: Iterable<number>): number {
  let largest = 0;
  for (const value of values) {
    const magnitude = Math.abs(value);
    if (magnitude > largest && Number.isFinite(magnitude)) largest = magnitude;
  }
  return largest;
}

/** Element-wise {@link signedError}; null when the shapes differ. */
export function signedErrors(actual: TensorData, expected: TensorData): Float32Array | null {
  if (actual.shape.join() !== expected.shape.join()) return null;
  return Float32Array.from({ length: sizeOf(expected.shape) }, (_, at) =>
    signedError(actual.values[at] ?? Number.NaN, expected.values[at] ?? Number.NaN),
  );
}

/** Where a key leads; null for keys that do not move. Ctrl is for the ends of the whole matrix, as in a grid. */
export function moveCursor(
  { row, column }: Cursor,
  key: string,
  { rows, columns }: { rows: number; columns: number },
  control = false,
): Cursor | null {
  const moves: Record<string, Cursor> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - 10, column },
    PageDown: { row: row + 10, column },
    Home: { row: control ? 0 : row, column: 0 },
    End: { row: control ? rows - 1 : row, column: columns - 1 },
  };
  const to = moves[key];
  if (!to) return null;
  const clamp = (at: number, extent: number) => Math.max(0, Math.min(extent - 1, at));
  return { row: clamp(to.row, rows), column: clamp(to.column, columns) };
}

/** Side of a cell in CSS pixels: large enough to read numbers in small matrices, never under 4. */
export function cellSize(columns: number, width: number): number {
  return Math.max(4, Math.min(56, Math.floor(width / Math.max(1, columns))));
}

/** The cells of one axis that a scrolled window shows, end exclusive. */
export function visibleRange(scroll: number, window: number, cell: number, extent: number): [number, number] {
  const first = Math.max(0, Math.floor(scroll / cell));
  return [Math.min(first, extent), Math.min(extent, Math.ceil((scroll + window) / cell))];
}
