import type { ReactNode } from 'react';
import { tensorColor, tensorTextColor } from '@/components/ui/tensor-scale';

/** How values become colours: greys, 0 black and 1 white in both themes, or the site's scale with full colour at ±max. */
export type Tone = 'grey' | { max: number };

export function greyColor(value: number): string {
  const byte = Math.round(255 * value);
  return `rgb(${byte}, ${byte}, ${byte})`;
}

/** Colour of text on {@link greyColor} of the same value: at least 4.5:1. */
export const greyTextColor = (value: number) => (value < 0.46 ? 'white' : 'black');

const colorsOf = (value: number, tone: Tone) =>
  tone === 'grey'
    ? [greyColor(value), greyTextColor(value)]
    : [tensorColor(value, tone.max), tensorTextColor(value, tone.max)];

/** Beyond this many units a cell has room for a gap to the next. */
const GAP_FROM = 12;

/** Cells of one colour, as indices, in the order in which they are drawn. */
function byColor(values: readonly (number | null)[], tone: Tone) {
  const groups = new Map<string, { ink: string; cells: number[] }>();
  values.forEach((value, cell) => {
    const [fill, ink] = value === null ? ['outside', ''] : (colorsOf(value, tone) as [string, string]);
    const group = groups.get(fill);
    if (group) group.cells.push(cell);
    else groups.set(fill, { ink, cells: [cell] });
  });
  return [...groups];
}

/**
 * A matrix as coloured cells, with its numbers where they have room. A `null` is drawn as an empty place: padding, or
 * something not yet known.
 *
 * @param unit side of a cell in SVG units, which are about pixels
 * @param text what stands in a cell; without it there are colours alone
 */
export function CellGrid(props: {
  cols: number;
  values: readonly (number | null)[];
  unit: number;
  tone: Tone;
  label: string;
  text?: (value: number) => string;
  /** Of the numbers, in SVG units; small enough for five characters unless said otherwise. */
  fontSize?: number;
  /** What an empty place says, such as the 0 of padding. */
  emptyText?: string;
  /** Handles are inside: a group, whose parts can be reached, instead of an image. */
  interactive?: boolean;
  children?: ReactNode;
}) {
  const { cols, values, unit, tone, text, emptyText } = props;
  const fontSize = props.fontSize ?? Math.min(14, 0.34 * unit);
  const rows = Math.ceil(values.length / cols);
  const gap = unit >= GAP_FROM ? 1 : 0;
  const side = unit - gap;
  const left = (cell: number) => +((cell % cols) * unit + gap / 2).toFixed(2);
  const top = (cell: number) => +(Math.floor(cell / cols) * unit + gap / 2).toFixed(2);
  const said = (cell: number) => {
    const value = values[cell];
    return typeof value === 'number' ? text?.(value) : emptyText;
  };
  return (
    <svg
      className="cells"
      viewBox={`-2 -2 ${+(cols * unit).toFixed(2) + 4} ${+(rows * unit).toFixed(2) + 4}`}
      style={{ maxWidth: `${((cols * unit + 4) / 16).toFixed(2)}rem` }}
      role={props.interactive ? 'group' : 'img'}
      aria-label={props.label}
    >
      <svg overflow="visible" aria-hidden="true" fontSize={+fontSize.toFixed(1)}>
        {byColor(values, tone).map(([fill, { ink, cells }]) => (
          <g key={fill}>
            <path
              className={fill === 'outside' ? 'cells-outside' : undefined}
              style={fill === 'outside' ? undefined : { fill }}
              d={cells.map((cell) => `M${left(cell)} ${top(cell)}h${side}v${side}h-${side}z`).join('')}
            />
            {(fill === 'outside' ? emptyText : text) && (
              <g className="cells-text" style={ink ? { fill: ink } : undefined}>
                {cells.map((cell) => (
                  <text key={cell} x={left(cell) + side / 2} y={top(cell) + side / 2}>
                    {said(cell)}
                  </text>
                ))}
              </g>
            )}
          </g>
        ))}
      </svg>
      {props.children}
    </svg>
  );
}

/** An outline around a block of cells, on a halo of the page's colour, so that it is seen on every value. */
export function CellMark(props: {
  unit: number;
  row: number;
  col: number;
  rows?: number;
  cols?: number;
  tone?: 'strong' | 'second';
}) {
  const { unit, row, col, rows = 1, cols = 1, tone = 'strong' } = props;
  const box = {
    x: +(col * unit).toFixed(2),
    y: +(row * unit).toFixed(2),
    width: +(cols * unit).toFixed(2),
    height: +(rows * unit).toFixed(2),
  };
  return (
    <>
      <rect className="cells-halo" data-tone={tone} {...box} />
      <rect className="cells-mark" data-tone={tone} {...box} />
    </>
  );
}
