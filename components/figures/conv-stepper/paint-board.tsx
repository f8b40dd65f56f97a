'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { dragHandlers } from '../drag';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { CellMark } from './cell-grid';
import { cellAfter, lineAt } from './cell-picker';
import { placeOf } from './geometry';
import { SIDE } from './image-map';
import { cellsBetween } from './strokes';

/**
 * The image as something to draw on, over its cells. A pointer paints what it crosses; by keyboard the arrow keys move a
 * frame, and Enter or the space bar paint the pixel in it.
 */
export function PaintBoard(props: {
  texts: FigureTexts<'conv-stepper'>;
  n: number;
  pad: number;
  brush: number;
  onPaint: (pixels: number[]) => void;
  /** What keys have done, in words. */
  onSay: (text: string) => void;
}) {
  const { texts, n, pad, brush, onPaint, onSay } = props;
  const [cursor, setCursor] = useState(0);
  const stroke = useRef<number | null>(null);
  const unit = SIDE / (n + 2 * pad);
  // The image may have become smaller since.
  const at = Math.min(cursor, n * n - 1);
  const { row, col } = placeOf(at, n);

  const dragged = (x: number, y: number) => {
    const pixel = lineAt(y - pad * unit, unit, n) * n + lineAt(x - pad * unit, unit, n);
    if (pixel === stroke.current) return;
    onPaint(cellsBetween(stroke.current ?? pixel, pixel, n));
    stroke.current = pixel;
    setCursor(pixel);
  };
  const drag = dragHandlers(dragged);
  const type = (event: KeyboardEvent) => {
    const to = cellAfter(event.key, at, n, n);
    if (to !== null) {
      setCursor(to);
      onSay(fill(texts.cursor, placeOf(to, n)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      onPaint([at]);
      onSay(fill(texts.painted, { ...placeOf(at, n), value: brush.toFixed(2) }));
    } else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: what takes keys of its own is an application
    <g
      className="cell-picker plot-handle figure-drag conv-board"
      role="application"
      aria-label={texts.board}
      tabIndex={0}
      onKeyDown={type}
      {...drag}
      onPointerDown={(event: PointerEvent<SVGElement>) => {
        stroke.current = null;
        drag.onPointerDown?.(event);
      }}
    >
      <rect className="cells-sheet" x={pad * unit} y={pad * unit} width={n * unit} height={n * unit} />
      <CellMark unit={unit} row={pad + row} col={pad + col} />
    </g>
  );
}
