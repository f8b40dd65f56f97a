'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { CellMark } from './cell-grid';
import { cellAfter, lineAt } from './cell-picker';
import { cellsBetween, placeOf } from './cells';
import { dragHandlers } from './drag';

/**
 * A grid as something to paint on, over its cells. A pointer paints what it crosses; by keyboard the arrow keys move a frame,
 * Enter or the space bar paint the cell in it, and Ctrl+Z undoes.
 */
export function PaintBoard(props: {
  label: string;
  rows: number;
  cols: number;
  /** Side of a cell in SVG units. */
  unit: number;
  /** Cells around the grid, in the same drawing, that are not painted on. */
  pad?: number;
  /** Where the frame stands at first, a row-major index. */
  start?: number;
  /** `isNew`: the first cells of a stroke. */
  onPaint: (cells: number[], isNew: boolean) => void;
  onUndo?: () => void;
  /** The cell that keys have gone to, to say what is there. */
  onSee: (cell: number) => void;
  /** The cell that a key has painted, to say so. */
  onPainted: (cell: number) => void;
}) {
  const { label, rows, cols, unit, pad = 0, start = 0, onPaint, onUndo, onSee, onPainted } = props;
  const [cursor, setCursor] = useState(start);
  const stroke = useRef<number | null>(null);
  // The grid may have become smaller since.
  const at = Math.min(cursor, rows * cols - 1);
  const { row, col } = placeOf(at, cols);

  const drag = dragHandlers((x, y) => {
    const cell = lineAt(y - pad * unit, unit, rows) * cols + lineAt(x - pad * unit, unit, cols);
    if (cell === stroke.current) return;
    onPaint(cellsBetween(stroke.current ?? cell, cell, cols), stroke.current === null);
    stroke.current = cell;
    setCursor(cell);
  });
  const type = (event: KeyboardEvent) => {
    const to = cellAfter(event.key, at, rows, cols);
    if (to !== null) {
      setCursor(to);
      onSee(to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      onPaint([at], true);
      onPainted(at);
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) onUndo?.();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: what takes keys of its own is an application
    <g
      className="cell-picker plot-handle figure-drag paint-board"
      role="application"
      aria-label={label}
      tabIndex={0}
      onKeyDown={type}
      {...drag}
      onPointerDown={(event: PointerEvent<SVGElement>) => {
        stroke.current = null;
        drag.onPointerDown?.(event);
      }}
    >
      <rect className="cells-sheet" x={pad * unit} y={pad * unit} width={cols * unit} height={rows * unit} />
      <CellMark unit={unit} row={pad + row} col={pad + col} />
    </g>
  );
}
