import type { PointerEvent } from 'react';
import { CELLS } from './contours';
import { lineStyle, marks } from './marks';
import type { Run } from './runs';
import { clampStart, type RaceState } from './state';
import { type Point, surfaceOf } from './surfaces';

/** The surface from above with every trail. The start is dragged, or put where one clicks. */
export function Plane(props: {
  state: RaceState;
  runs: Run[];
  contours: string[];
  label: string;
  onStart?: (p: Point) => void;
}) {
  const { state, runs, contours, onStart } = props;
  const { box, minima } = surfaceOf(state.surface, state.kappa);
  // Far outside the square a runner is drawn at ten squares' distance: SVG coordinates have limits.
  const cell = (share: number) => +(CELLS * Math.max(-10, Math.min(11, share))).toFixed(2);
  const at = ([x, y]: Point): [number, number] => [
    cell((x - box.left) / box.side),
    cell(1 - (y - box.bottom) / box.side),
  ];
  const place = (frame: DOMRect, event: { clientX: number; clientY: number }) => {
    const x = box.left + (box.side * (event.clientX - frame.left)) / frame.width;
    const y = box.bottom + box.side * (1 - (event.clientY - frame.top) / frame.height);
    onStart?.(clampStart(state, [x, y]));
  };
  const drag = (event: PointerEvent<SVGCircleElement>) => {
    const plane = event.currentTarget.ownerSVGElement;
    if (plane && event.currentTarget.hasPointerCapture(event.pointerId)) place(plane.getBoundingClientRect(), event);
  };
  const [startX, startY] = at(state.start);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: two sliders move the start by keyboard
    <svg
      className="boundary-plane"
      viewBox={`0 0 ${CELLS} ${CELLS}`}
      role="img"
      aria-label={props.label}
      onClick={onStart && ((event) => place(event.currentTarget.getBoundingClientRect(), event))}
    >
      {contours.map((path, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its index
        <path key={level} d={path} className="race-contour" />
      ))}
      {minima.map((minimum) => {
        const [x, y] = at(minimum);
        return <path key={String(minimum)} d={`M${x - 0.7} ${y}h1.4M${x} ${y - 0.7}v1.4`} className="race-minimum" />;
      })}
      <circle cx={startX} cy={startY} r="1.1" className="race-start" />
      {runs.map(({ name, path }) => (
        <path
          key={name}
          d={`M${path.map((p) => at(p).join(' ')).join('L')}`}
          className="race-line"
          style={lineStyle(name)}
        />
      ))}
      {runs.map(({ name, path }) => {
        const [x, y] = at(path.at(-1) as Point);
        return (
          <text key={name} x={x} y={y} className="race-letter" style={{ fill: lineStyle(name).stroke }}>
            {marks[name].letter}
          </text>
        );
      })}
      <circle
        cx={startX}
        cy={startY}
        r="4"
        className="race-handle"
        onPointerDown={onStart && ((event) => event.currentTarget.setPointerCapture(event.pointerId))}
        onPointerMove={onStart && drag}
      />
    </svg>
  );
}
