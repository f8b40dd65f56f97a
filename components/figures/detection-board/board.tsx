import type { KeyboardEvent } from 'react';
import { dragHandlers } from '../drag';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { areaOf, type Box } from './boxes';
import { Scene } from './scene';
import { type DetectionState, moved, nameOf, resized, SCENE_HEIGHT, SCENE_WIDTH } from './state';

/** SVG units per pixel of the scene. */
const UNIT = 6;

const ARROWS: Record<string, readonly [number, number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What has been decided on a box. */
export type Verdict = 'open' | 'kept' | 'suppressed';

export type BoardHandlers = {
  choose: (box: number) => void;
  place: (box: number, to: Box) => void;
  /** A press on a box, and then the places of the pointer in pixels: the box follows from where it was taken hold of. */
  grab: () => void;
  drag: (box: number, x: number, y: number) => void;
};

/** Where the name of a box stands: boxes of one corner have their names in different ones. */
function nameAt(box: number, [x1, y1, x2, y2]: Box) {
  const isRight = box % 2 === 1;
  const isLow = box % 4 > 1;
  return {
    x: UNIT * (isRight ? x2 : x1) + (isRight ? -5 : 5),
    y: isLow ? UNIT * y2 - 6 : UNIT * y1 + (box > 3 ? 28 : 14),
    textAnchor: isRight ? ('end' as const) : ('start' as const),
  };
}

/** Keys that move by a pixel, with Shift by five. */
const arrowKeys = (move: (dx: number, dy: number) => void) => (event: KeyboardEvent) => {
  const way = ARROWS[event.key];
  if (!way) return;
  event.preventDefault();
  const length = event.shiftKey ? 5 : 1;
  move(length * way[0], length * way[1]);
};

/**
 * The scene with the boxes on it. A box is moved by its inside, the chosen one resized by its lower right corner, both by
 * pointer and by arrow keys; the chosen one alone is in the order of Tab. Larger boxes lie below, so that each can be
 * reached.
 */
export function Board(props: {
  texts: FigureTexts<'detection-board'>;
  state: DetectionState;
  verdicts: readonly Verdict[];
  /** The box that the last decision was about. */
  now: number | null;
  label: string;
  on?: BoardHandlers;
}) {
  const { texts, state, verdicts, now, on } = props;
  const { boxes, scores, chosen } = state;
  const order = [...boxes.keys()].sort((a, b) => areaOf(boxes[b] as Box) - areaOf(boxes[a] as Box));
  const corner = boxes[chosen] as Box;
  const words = (box: number) => {
    const [x1, y1, x2, y2] = boxes[box] as Box;
    const score = ((scores[box] as number) / 100).toFixed(2);
    return fill(texts.boxAt, { x1, y1, x2, y2, score, verdict: texts[verdicts[box] ?? 'open'] });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      className="detection-board-drawing"
      viewBox={`-4 -4 ${UNIT * SCENE_WIDTH + 8} ${UNIT * SCENE_HEIGHT + 8}`}
      role="group"
      aria-label={props.label}
    >
      <svg overflow="visible" aria-hidden="true">
        <g transform={`scale(${UNIT})`}>
          <Scene />
        </g>
      </svg>
      {order.map((box) => {
        const place = boxes[box] as Box;
        const [x1, y1, x2, y2] = place;
        const drag = dragHandlers(on && ((x, y) => on.drag(box, x / UNIT, y / UNIT)));
        const { onPointerDown } = drag;
        return (
          <g
            key={box}
            className="plot-handle figure-drag detection-box"
            data-verdict={verdicts[box]}
            data-chosen={box === chosen}
            data-now={box === now}
            role="slider"
            tabIndex={on && box === chosen ? 0 : -1}
            aria-disabled={!on}
            aria-label={fill(texts.box, { box: nameOf(box) })}
            aria-valuemin={0}
            aria-valuemax={SCENE_WIDTH - (x2 - x1)}
            aria-valuenow={x1}
            aria-valuetext={words(box)}
            onFocus={on && (() => on.choose(box))}
            onKeyDown={on && arrowKeys((dx, dy) => on.place(box, moved(place, x1 + dx, y1 + dy)))}
            {...drag}
            onPointerDown={
              onPointerDown &&
              ((event) => {
                on?.grab();
                onPointerDown(event);
              })
            }
          >
            <rect
              className="detection-frame"
              x={UNIT * x1}
              y={UNIT * y1}
              width={UNIT * (x2 - x1)}
              height={UNIT * (y2 - y1)}
            />
            <text className="detection-name" {...nameAt(box, place)}>
              {nameOf(box)} {((scores[box] as number) / 100).toFixed(2)}
            </text>
          </g>
        );
      })}
      <g
        className="plot-handle figure-drag"
        transform={`translate(${UNIT * corner[2]} ${UNIT * corner[3]})`}
        role="slider"
        tabIndex={on ? 0 : -1}
        aria-disabled={!on}
        aria-label={fill(texts.corner, { box: nameOf(chosen) })}
        aria-valuemin={corner[0]}
        aria-valuemax={SCENE_WIDTH}
        aria-valuenow={corner[2]}
        aria-valuetext={fill(texts.cornerAt, { width: corner[2] - corner[0], height: corner[3] - corner[1] })}
        onKeyDown={on && arrowKeys((dx, dy) => on.place(chosen, resized(corner, corner[2] + dx, corner[3] + dy)))}
        {...dragHandlers(on && ((x, y) => on.place(chosen, resized(corner, x / UNIT, y / UNIT))))}
      >
        <circle r="15" fill="transparent" />
        <rect className="figure-knob" x={-5} y={-5} width={10} height={10} />
      </g>
    </svg>
  );
}
