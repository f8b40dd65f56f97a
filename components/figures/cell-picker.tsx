import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { dragHandlers } from './drag';

/**
 * Where a key leads from cell `at` of a grid, in row-major order; null for other keys. Left and right go on into the next
 * row, up and down stay in the column, and none leaves the grid.
 */
export function cellAfter(key: string, at: number, rows: number, cols: number): number | null {
  const last = rows * cols - 1;
  const to: Record<string, number | undefined> = {
    ArrowLeft: Math.max(0, at - 1),
    ArrowRight: Math.min(last, at + 1),
    ArrowUp: at - cols < 0 ? at : at - cols,
    ArrowDown: at + cols > last ? at : at + cols,
    Home: 0,
    End: last,
  };
  return to[key] ?? null;
}

/** The row or column of `count` that a place lies in; places outside belong to the nearest. */
export const lineAt = (place: number, unit: number, count: number) =>
  Math.max(0, Math.min(count - 1, Math.floor(place / unit)));

/**
 * One cell of a grid, chosen by arrow keys or by dragging what is drawn for it (children). To assistive technology it is a
 * slider over the cells in row-major order. Without `onPick` it is drawn only.
 *
 * @param nearest the cell that a place in SVG units stands for
 */
export function CellPicker(props: {
  rows: number;
  cols: number;
  at: number;
  label: string;
  /** The chosen cell in words. */
  text: string;
  nearest: (x: number, y: number) => number;
  onPick?: (cell: number) => void;
  /** What a click, Enter or the space bar do to the chosen cell. With it the cell is not dragged. */
  onPress?: () => void;
  children: ReactNode;
}) {
  const { rows, cols, at, nearest, onPick, onPress } = props;
  const type = (event: KeyboardEvent) => {
    const to = cellAfter(event.key, at, rows, cols);
    if (to !== null) onPick?.(to);
    else if (onPress && (event.key === 'Enter' || event.key === ' ')) onPress();
    else return;
    event.preventDefault();
  };
  const pointer = onPress ? { onClick: onPress } : dragHandlers(onPick && ((x, y) => onPick(nearest(x, y))));
  return (
    <g
      className={onPress ? 'cell-picker plot-handle cells-sheet' : 'cell-picker plot-handle figure-drag'}
      role="slider"
      tabIndex={onPick ? 0 : -1}
      aria-disabled={!onPick}
      aria-label={props.label}
      aria-valuemin={1}
      aria-valuemax={rows * cols}
      aria-valuenow={at + 1}
      aria-valuetext={props.text}
      onKeyDown={onPick && type}
      {...pointer}
    >
      {props.children}
    </g>
  );
}

/** A sheet over a drawing that reports where it is pressed, in SVG units, and lets a finger scroll. Keys do the same elsewhere. */
export function PressSheet(props: { width: number; height: number; onPress?: (x: number, y: number) => void }) {
  const { onPress } = props;
  const report = (event: MouseEvent<SVGElement>) => {
    const toScreen = event.currentTarget.ownerSVGElement?.getScreenCTM();
    if (!toScreen) return;
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse());
    onPress?.(place.x, place.y);
  };
  const handlers = onPress && { onClick: report };
  return <rect className="cells-sheet" width={props.width} height={props.height} {...handlers} />;
}
