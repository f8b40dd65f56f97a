'use client';

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTheme } from '@/components/ui/use-theme';
import { drawHeatMap, type HeatMapPicture } from './draw-heat-map';
import { type Cursor, cellSize, moveCursor } from './heat-map-maths';

const TALLEST = 340;

/**
 * A matrix as colours. The pointer and the arrow keys move a cursor; `tell` says in words what is under it. Only the
 * cells in view are drawn, so that a million of them scroll as well as ten.
 */
export function HeatMap({
  label,
  rows,
  columns,
  valueAt,
  markedAt,
  max,
  tell,
  cursor,
  onCursor,
}: Omit<HeatMapPicture, 'cell'> & {
  label: string;
  tell(cursor: Cursor): string;
  onCursor(cursor: Cursor): void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [scroll, setScroll] = useState({ left: 0, top: 0 });
  const theme = useTheme();
  const cellId = useId();
  const cell = cellSize(columns, width);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read by the drawing through the canvas's style
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    const picture = { rows, columns, cell, valueAt, markedAt, max, cursor };
    drawHeatMap(canvas.current, picture, scroll.left, scroll.top);
  }, [rows, columns, cell, valueAt, markedAt, max, cursor, scroll, width, theme]);

  function onKeyDown(event: KeyboardEvent) {
    const next = moveCursor(cursor, event.key, { rows, columns }, event.ctrlKey || event.metaKey);
    if (!next) return;
    event.preventDefault();
    onCursor(next);
    reveal(next);
  }

  function reveal({ row, column }: Cursor) {
    const element = scroller.current;
    if (!element) return;
    const into = (at: number, start: number, size: number) =>
      at < start ? at : at + cell > start + size ? at + cell - size : start;
    element.scrollTo(
      into(column * cell, element.scrollLeft, element.clientWidth),
      into(row * cell, element.scrollTop, element.clientHeight),
    );
  }

  function onPointerMove(event: PointerEvent) {
    const box = scroller.current?.getBoundingClientRect();
    if (!box) return;
    const row = Math.floor((event.clientY - box.top + scroll.top) / cell);
    const column = Math.floor((event.clientX - box.left + scroll.left) / cell);
    if (row >= rows || column >= columns || row < 0 || column < 0) return;
    if (row !== cursor.row || column !== cursor.column) onCursor({ row, column });
  }

  const height = Math.min(TALLEST, rows * cell);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of every element would be as large as the tensor
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows}
      aria-colcount={columns}
      aria-activedescendant={cellId}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
      onScroll={({ currentTarget }) => setScroll({ left: currentTarget.scrollLeft, top: currentTarget.scrollTop })}
      className="relative max-w-full overflow-auto rounded-sm font-mono"
      style={{ height: height + (columns * cell > width ? 16 : 0), minHeight: cell }}
    >
      <canvas
        ref={canvas}
        aria-hidden
        className="sticky top-0 left-0 block"
        style={{ width: Math.min(width, columns * cell), height }}
      />
      <div aria-hidden style={{ width: columns * cell, height: rows * cell, marginTop: -height }} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
      <div role="row" aria-rowindex={cursor.row + 1} className="sr-only">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the cell as active */}
        <div role="gridcell" id={cellId} aria-colindex={cursor.column + 1} aria-live="polite">
          {tell(cursor)}
        </div>
      </div>
    </div>
  );
}
