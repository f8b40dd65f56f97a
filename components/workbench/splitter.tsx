'use client';

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { keepPaneSize, type PaneSize, readPaneSize } from './pane-sizes';

const LEAST = 20;
const MOST = 80;

/**
 * The bar between two panes. It sets the custom property `name`, a percentage, which the grid of its parent uses: so the
 * panes have their place before React runs. Drag it, or focus it and use the arrow keys; Home and End go to the ends.
 */
export function Splitter({
  name,
  label,
  start,
  vertical,
}: {
  name: PaneSize;
  label: string;
  /** Percentage of the first pane before anything is moved. */
  start: number;
  /** A vertical bar, between a left and a right pane. */
  vertical: boolean;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(start);
  useEffect(() => setShare(readPaneSize(name) ?? start), [name, start]);

  function move(to: number) {
    const next = Math.round(Math.max(LEAST, Math.min(MOST, to)));
    setShare(next);
    keepPaneSize(name, next);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const box = bar.current?.parentElement?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const part = vertical ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    move(part * 100);
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = {
      [vertical ? 'ArrowLeft' : 'ArrowUp']: share - 2,
      [vertical ? 'ArrowRight' : 'ArrowDown']: share + 2,
      Home: LEAST,
      End: MOST,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved
    <div
      ref={bar}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onKeyDown={onKeyDown}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => move(start)}
      className={`group hidden touch-none items-center justify-center bg-line/40 hover:bg-accent-soft lg:flex ${vertical ? 'cursor-col-resize' : 'cursor-row-resize'}`}
    >
      <span
        aria-hidden
        className={`rounded-full bg-edge group-hover:bg-accent ${vertical ? 'h-8 w-0.5' : 'h-0.5 w-8'}`}
      />
    </div>
  );
}
