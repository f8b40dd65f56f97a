import type { KeyboardEvent, ReactNode } from 'react';
import { dragHandlers } from './drag';
import { fromPlot, type PlotFrame, toX, toY } from './plot';

const NUDGES: Record<string, readonly [number, number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * A point of a plot that pointer, touch and arrow keys move. Without `onMove` it is drawn only. `nudge` is how far an
 * arrow key moves it, in data coordinates. To assistive technology it is a slider over its height (`along` y, where the
 * four keys go four ways) or over its x alone, with its text for both coordinates.
 */
export function PlotHandle(props: {
  frame: PlotFrame;
  at: readonly [number, number];
  along?: 'x' | 'y';
  nudge: readonly [number, number];
  label: string;
  text: string;
  children: ReactNode;
  onMove?: (to: [number, number]) => void;
}) {
  const { frame, at, along = 'y', nudge, onMove } = props;
  const value = along === 'x' ? at[0] : at[1];
  const press = (event: KeyboardEvent) => {
    const way = NUDGES[event.key];
    if (!way) return;
    event.preventDefault();
    const right = along === 'x' ? way[0] + way[1] : way[0];
    onMove?.([at[0] + right * nudge[0], at[1] + way[1] * nudge[1]]);
  };
  return (
    <g
      className="plot-handle figure-drag"
      transform={`translate(${toX(frame, at[0]).toFixed(2)} ${toY(frame, at[1]).toFixed(2)})`}
      role="slider"
      tabIndex={onMove ? 0 : -1}
      aria-disabled={!onMove}
      aria-label={props.label}
      aria-orientation={along === 'x' ? 'horizontal' : 'vertical'}
      aria-valuemin={frame[along][0]}
      aria-valuemax={frame[along][1]}
      aria-valuenow={+value.toFixed(2)}
      aria-valuetext={props.text}
      onKeyDown={onMove && press}
      {...dragHandlers(onMove && ((x, y) => onMove(fromPlot(frame, [x, y]))))}
    >
      <circle r="20" fill="transparent" />
      {props.children}
    </g>
  );
}
