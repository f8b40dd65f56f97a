'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { MOST_POINTS, nearestPoint, type OwnPoint, REACH } from './own-points';
import { EXTENT } from './plane';

/** How near to a point a press means that point. */
const RADIUS = 0.06;
const NUDGE = 0.05;
const LEAP = 0.25;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const within = (value: number) => Math.max(-REACH, Math.min(REACH, Math.round(value * 100) / 100));

/**
 * The plane as something to draw on. A press puts a point, a press on a point takes it away; by keyboard a cross is moved
 * with the arrow keys (with Shift in leaps), Enter presses, Ctrl+Z undoes.
 */
export function DrawingBoard(props: {
  texts: FigureTexts<'decision-boundary'>;
  points: OwnPoint[];
  label: 0 | 1;
  onChange: (points: OwnPoint[]) => void;
  onUndo?: () => void;
}) {
  const { texts, points, label, onChange, onUndo } = props;
  const [cross, setCross] = useState({ x: 0, y: 0 });
  const [said, setSaid] = useState('');

  const put = (x: number, y: number) => {
    if (points.length >= MOST_POINTS) return setSaid(fill(texts.full, { count: MOST_POINTS }));
    onChange([...points, { x, y, label }]);
    setSaid(fill(texts.put, { name: label ? texts.class1 : texts.class0, x, y, count: points.length + 1 }));
  };
  const take = (index: number) => {
    onChange(points.toSpliced(index, 1));
    setSaid(fill(texts.taken, { count: points.length - 1 }));
  };
  const toggle = (x: number, y: number) => {
    const found = nearestPoint(points, x, y, RADIUS);
    if (found === -1) put(x, y);
    else take(found);
  };
  const press = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = within(((event.clientX - box.left) / box.width) * 2 * EXTENT - EXTENT);
    const y = within(EXTENT - ((event.clientY - box.top) / box.height) * 2 * EXTENT);
    setCross({ x, y });
    toggle(x, y);
  };
  const type = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (direction) {
      const length = event.shiftKey ? LEAP : NUDGE;
      const next = { x: within(cross.x + direction[0] * length), y: within(cross.y + direction[1] * length) };
      setCross(next);
      setSaid(`(${next.x}, ${next.y})`);
    } else if (event.key === 'Enter' || event.key === ' ') toggle(cross.x, cross.y);
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) onUndo?.();
    else return;
    event.preventDefault();
  };

  const size = 2 * EXTENT;
  return (
    <>
      <svg
        viewBox={`${-EXTENT} ${-EXTENT} ${size} ${size}`}
        className="boundary-board"
        role="application"
        aria-label={texts.board}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        onPointerDown={press}
        onKeyDown={type}
      >
        <path d={`M${cross.x - 0.05} ${-cross.y}h.1M${cross.x} ${-cross.y - 0.05}v.1`} className="boundary-cross" />
      </svg>
      <span className="sr-only" role="status">
        {said}
      </span>
    </>
  );
}
