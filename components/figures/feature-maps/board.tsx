'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { CellMark } from '../conv-stepper/cell-grid';
import { cellAfter, lineAt } from '../conv-stepper/cell-picker';
import { placeOf } from '../conv-stepper/geometry';
import { cellsBetween } from '../conv-stepper/strokes';
import { dragHandlers } from '../drag';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { SIDE } from './large-map';
import { IMAGE_SIDE } from './shapes';

const UNIT = SIDE / IMAGE_SIDE;

/**
 * The image as something to draw on, over its cells. A pointer paints what it crosses; by keyboard the arrow keys move a
 * frame, Enter or the space bar paint the pixel in it, and Ctrl+Z undoes.
 */
export function Board(props: {
  texts: FigureTexts<'feature-maps'>;
  brush: number;
  /** `isNew`: the first pixels of a stroke. */
  onPaint: (pixels: number[], isNew: boolean) => void;
  onUndo?: () => void;
  /** What keys have done, in words. */
  onSay: (text: string) => void;
}) {
  const { texts, brush, onPaint, onUndo, onSay } = props;
  const [at, setAt] = useState((IMAGE_SIDE * (IMAGE_SIDE + 1)) / 2);
  const stroke = useRef<number | null>(null);

  const drag = dragHandlers((x, y) => {
    const pixel = lineAt(y, UNIT, IMAGE_SIDE) * IMAGE_SIDE + lineAt(x, UNIT, IMAGE_SIDE);
    if (pixel === stroke.current) return;
    onPaint(cellsBetween(stroke.current ?? pixel, pixel, IMAGE_SIDE), stroke.current === null);
    stroke.current = pixel;
    setAt(pixel);
  });
  const type = (event: KeyboardEvent) => {
    const to = cellAfter(event.key, at, IMAGE_SIDE, IMAGE_SIDE);
    if (to !== null) {
      setAt(to);
      onSay(fill(texts.cursor, placeOf(to, IMAGE_SIDE)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      onPaint([at], true);
      onSay(fill(texts.painted, { ...placeOf(at, IMAGE_SIDE), value: brush.toFixed(2) }));
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) onUndo?.();
    else return;
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
      <rect className="cells-sheet" width={SIDE} height={SIDE} />
      <CellMark unit={UNIT} {...placeOf(at, IMAGE_SIDE)} />
    </g>
  );
}
