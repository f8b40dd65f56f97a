import type { ReactNode } from 'react';
import { COLS, IGNORE, ROWS, TRUTH } from './state';

/** Side of a cell in SVG units. */
export const UNIT = 20;
export const WIDTH = COLS * UNIT;
export const HEIGHT = ROWS * UNIT;

const pixelsOf = (labels: readonly number[], label: number) =>
  [...labels.keys()].filter((pixel) => labels[pixel] === label);
const left = (pixel: number) => (pixel % COLS) * UNIT;
const top = (pixel: number) => Math.floor(pixel / COLS) * UNIT;
const squares = (pixels: readonly number[]) =>
  pixels.map((pixel) => `M${left(pixel) + 0.5} ${top(pixel) + 0.5}h19v19h-19z`).join('');

/** Where the truth changes from one label to another: what an outline of its objects is made of. */
const OUTLINES = TRUTH.map((label, pixel) => {
  const right = pixel % COLS < COLS - 1 && TRUTH[pixel + 1] !== label ? `M${left(pixel) + UNIT} ${top(pixel)}v20` : '';
  const below =
    pixel + COLS < TRUTH.length && TRUTH[pixel + COLS] !== label ? `M${left(pixel)} ${top(pixel) + UNIT}h20` : '';
  return right + below;
}).join('');

const IGNORED = pixelsOf(TRUTH, IGNORE);
const HATCHES = IGNORED.map((pixel) => `M${left(pixel)} ${top(pixel) + UNIT}l20 -20`).join('');

/**
 * A map of classes as coloured cells, objects with their number in them. The outlines of the truth lie over it; the ignored
 * region is hatched. Wrong pixels (`isChecked`) are crossed out.
 */
export function LabelMap(props: {
  labels: readonly number[];
  label: string;
  isChecked?: boolean;
  children?: ReactNode;
}) {
  const { labels } = props;
  const wrong = props.isChecked
    ? [...labels.keys()].filter((pixel) => TRUTH[pixel] !== IGNORE && TRUTH[pixel] !== labels[pixel])
    : [];
  return (
    <svg
      className="segment-map"
      viewBox={`-3 -3 ${WIDTH + 6} ${HEIGHT + 6}`}
      role={props.children ? 'group' : 'img'}
      aria-label={props.label}
    >
      <svg overflow="visible" aria-hidden="true">
        {[0, 1, 2].map((label) => (
          <path key={label} className="segment-cell" data-label={label} d={squares(pixelsOf(labels, label))} />
        ))}
        <path className="segment-ignored" d={squares(pixelsOf(labels, IGNORE))} />
        {[1, 2].map((label) => (
          <g key={label} className="segment-number">
            {pixelsOf(labels, label).map((pixel) => (
              <text key={pixel} x={left(pixel) + UNIT / 2} y={top(pixel) + UNIT / 2}>
                {label}
              </text>
            ))}
          </g>
        ))}
        <path className="segment-hatch" d={HATCHES} />
        <path className="segment-outline" d={OUTLINES} />
        <path
          className="segment-wrong"
          d={wrong.map((pixel) => `M${left(pixel) + 3} ${top(pixel) + 3}l14 14m0 -14l-14 14`).join('')}
        />
      </svg>
      {props.children}
    </svg>
  );
}
