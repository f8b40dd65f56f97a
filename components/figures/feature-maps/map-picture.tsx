import type { ReactNode } from 'react';
import { tensorColor } from '@/components/ui/tensor-scale';
import { placeOf } from '../cells';

/** Steps of colour from zero to full: few, since a page carries a picture for every map of a layer. */
const LEVELS = 10;

/** Neighbouring cells of one row and one colour, as horizontal strokes of width 1. */
function strokesByLevel(values: readonly number[], side: number, max: number): [level: number, path: string][] {
  const level = (i: number) => (max > 0 ? Math.round((LEVELS * (values[i] as number)) / max) : 0);
  const paths = new Map<number, string>();
  for (let i = 0; i < values.length; ) {
    const { row, col } = placeOf(i, side);
    let length = 1;
    while (col + length < side && level(i + length) === level(i)) length++;
    if (level(i) !== 0) paths.set(level(i), `${paths.get(level(i)) ?? ''}M${col} ${row}.5h${length}`);
    i += length;
  }
  return [...paths];
}

/** One map as a small picture, for the eye alone. `children` are drawn over it, in cells. */
export function MapPicture(props: { values: readonly number[]; max: number; children?: ReactNode }) {
  const { values, max } = props;
  const side = Math.sqrt(values.length);
  return (
    <svg className="maps-picture" viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      {strokesByLevel(values, side, max).map(([level, path]) => (
        <path key={level} style={{ stroke: tensorColor(level, LEVELS) }} d={path} />
      ))}
      {props.children}
    </svg>
  );
}

/** Values in steps of a twentieth of the largest, for drawings whose cells show no number: fewer colours, a lighter page. */
export const inSteps = (values: readonly number[], max: number) =>
  values.map((value) => (max > 0 ? (Math.round((20 * value) / max) * max) / 20 : 0));
