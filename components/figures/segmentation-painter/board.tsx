'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { CellMark } from '../conv-stepper/cell-grid';
import { cellAfter, lineAt } from '../conv-stepper/cell-picker';
import { placeOf } from '../conv-stepper/geometry';
import { cellsBetween } from '../conv-stepper/strokes';
import { dragHandlers } from '../drag';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { HEIGHT, UNIT, WIDTH } from './label-map';
import { COLS, ROWS } from './state';

const MIDDLE = (ROWS * COLS + COLS) / 2;

/**
 * The prediction as something to paint on, over its cells. A pointer paints what it crosses; by keyboard the arrow keys move
 * a frame, Enter or the space bar paint the pixel in it, and Ctrl+Z undoes.
 */
export function Board(props: {
  texts: FigureTexts<'segmentation-painter'>;
  /** The class that is painted, in words. */
  brush: string;
  /** `isNew`: the first pixels of a stroke. */
  onPaint: (pixels: number[], isNew: boolean) => void;
  onUndo?: () => void;
  /** The pixel that keys have gone to, to say what is there. */
  onSee: (pixel: number) => void;
  onSay: (text: string) => void;
}) {
  const { texts, brush, onPaint, onUndo, onSee, onSay } = props;
  const [at, setAt] = useState(MIDDLE);
  const stroke = useRef<number | null>(null);

  const drag = dragHandlers((x, y) => {
    const pixel = lineAt(y, UNIT, ROWS) * COLS + lineAt(x, UNIT, COLS);
    if (pixel === stroke.current) return;
    onPaint(cellsBetween(stroke.current ?? pixel, pixel, COLS), stroke.current === null);
    stroke.current = pixel;
    setAt(pixel);
  });
  const type = (event: KeyboardEvent) => {
    const to = cellAfter(event.key, at, ROWS, COLS);
    if (to !== null) {
      setAt(to);
      onSee(to);
    } else if (event.key === 'Enter' || event.key === ' ') {
      onPaint([at], true);
      onSay(fill(texts.painted, { ...placeOf(at, COLS), name: brush }));
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
      <rect className="cells-sheet" width={WIDTH} height={HEIGHT} />
      <CellMark unit={UNIT} {...placeOf(at, COLS)} />
    </g>
  );
}
