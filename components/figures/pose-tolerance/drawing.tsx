import type { KeyboardEvent } from 'react';
import { dragHandlers } from '../drag';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import type { Point } from './pck';
import { BONES, HEIGHT, JOINTS, WIDTH } from './skeleton';
import { type PoseState, poseOf } from './state';

/** SVG units per pixel of the picture. */
const UNIT = 3;

const ARROWS: Record<string, Point | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export type DrawingHandlers = {
  /** A press on a joint, and then the places of the pointer: the joint follows from where it was taken hold of. */
  grab: () => void;
  put: (joint: number, at: Point) => void;
  move: (joint: number, by: Point) => void;
  choose: (joint: number) => void;
  toggle: (joint: number) => void;
};

const toSvg = ([x, y]: Point): Point => [+(UNIT * x).toFixed(2), +(UNIT * (HEIGHT - y)).toFixed(2)];

/** All bones between the places of joints, as path data. */
const bonesOf = (places: readonly Point[]) =>
  BONES.map(([from, to]) => `M${toSvg(places[from] as Point).join(' ')}L${toSvg(places[to] as Point).join(' ')}`).join(
    '',
  );

/** How a joint fares, and by that its mark: a disc, a cross, or a hollow ring where it does not count. */
export type Verdict = 'right' | 'wrong' | 'hidden';

const MARKS = {
  right: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  wrong: 'M-5 -5L5 5M5 -5L-5 5',
  hidden: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
};

/**
 * The true skeleton with its tolerances, and the predicted one, whose joints are dragged. By keyboard the joint looked at is
 * moved with the arrow keys, with Shift by five pixels, and Enter or the space bar switch whether it is visible.
 */
export function Drawing(props: {
  texts: FigureTexts<'pose-tolerance'>;
  state: PoseState;
  verdicts: readonly Verdict[];
  label: string;
  on?: DrawingHandlers;
}) {
  const { texts, state, verdicts, on } = props;
  const { truth, pred, distances, tolerance, length } = poseOf(state);
  const type = (joint: number) => (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    const by = event.shiftKey ? 5 : 1;
    if (way) on?.move(joint, [by * way[0], by * way[1]]);
    else if (event.key === 'Enter' || event.key === ' ') on?.toggle(joint);
    else return;
    event.preventDefault();
  };
  const words = (joint: number) =>
    fill(texts.jointAt, {
      distance: (distances[joint] as number).toFixed(1),
      share: ((distances[joint] as number) / length).toFixed(2),
      verdict: texts[verdicts[joint] ?? 'hidden'],
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      className="pose-drawing"
      viewBox={`0 0 ${UNIT * WIDTH} ${UNIT * HEIGHT}`}
      role="group"
      aria-label={props.label}
    >
      <svg overflow="visible" aria-hidden="true">
        <path className="pose-ground" d={`M0 ${UNIT * HEIGHT - 1}h${UNIT * WIDTH}`} />
        <path className="pose-bones" d={bonesOf(truth)} />
        {truth.map((place, joint) => {
          const [cx, cy] = toSvg(place);
          if (verdicts[joint] === 'hidden') return null;
          return (
            <circle key={JOINTS[joint]} className="pose-tolerance" cx={cx} cy={cy} r={(UNIT * tolerance).toFixed(2)} />
          );
        })}
        <path className="pose-bones" data-kind="predicted" d={bonesOf(pred)} />
        <path
          className="pose-error"
          d={truth
            .map((place, joint) => `M${toSvg(place).join(' ')}L${toSvg(pred[joint] as Point).join(' ')}`)
            .join('')}
        />
      </svg>
      {pred.map((place, joint) => {
        const drag = dragHandlers(on && ((x, y) => on.put(joint, [x / UNIT, HEIGHT - y / UNIT])));
        const { onPointerDown } = drag;
        return (
          <g
            key={JOINTS[joint]}
            className="plot-handle figure-drag pose-joint"
            data-verdict={verdicts[joint]}
            transform={`translate(${toSvg(place).join(' ')})`}
            role="slider"
            tabIndex={on && joint === state.joint ? 0 : -1}
            aria-disabled={!on}
            aria-label={texts.joints[JOINTS[joint] ?? 'head']}
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={HEIGHT}
            aria-valuenow={+place[1].toFixed(1)}
            aria-valuetext={words(joint)}
            onFocus={on && (() => on.choose(joint))}
            onKeyDown={on && type(joint)}
            {...drag}
            onPointerDown={
              onPointerDown &&
              ((event) => {
                on?.grab();
                onPointerDown(event);
              })
            }
          >
            <circle r="12" fill="transparent" />
            {joint === state.joint && <circle className="pose-chosen" r="9" />}
            <path className="pose-mark" d={MARKS[verdicts[joint] ?? 'hidden']} />
          </g>
        );
      })}
    </svg>
  );
}
