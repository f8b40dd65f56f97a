import type { ReactNode } from 'react';
import { CellGrid, CellMark } from '../cell-grid';
import { CellPicker, lineAt, PressSheet } from '../cell-picker';
import { placeOf } from '../cells';
import { fill } from '../fill';
import { inCell, rowsText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { inSteps } from './map-picture';
import { mapText } from './tiles';

/** Side of the drawing in SVG units, and the widest map whose cells have room for numbers. */
export const SIDE = 320;
const MOST_NUMBERED = 8;

/** One map, large, with an element that can be chosen. `board` takes the element's place while the reader draws. */
export function LargeMap(props: {
  texts: FigureTexts<'feature-maps'>;
  /** The layer. */
  name: string;
  caption: string;
  values: readonly number[];
  map: number;
  max: number;
  at: number;
  board?: ReactNode;
  onPick?: (at: number) => void;
}) {
  const { texts, name, caption, values, map, max, at, board, onPick } = props;
  const side = Math.sqrt(values.length);
  const unit = SIDE / side;
  const isNumbered = side <= MOST_NUMBERED;
  const nearest = (x: number, y: number) => lineAt(y, unit, side) * side + lineAt(x, unit, side);
  return (
    <div>
      <p className="figure-note">{caption}</p>
      <CellGrid
        cols={side}
        values={isNumbered ? values : inSteps(values, max)}
        unit={unit}
        tone={{ max }}
        text={isNumbered ? inCell : undefined}
        label={`${name}. ${mapText(texts, values, map)}. ${rowsText(values, side, MOST_NUMBERED)}`}
        interactive
      >
        {board ?? (
          <>
            <PressSheet width={SIDE} height={SIDE} onPress={onPick && ((x, y) => onPick(nearest(x, y)))} />
            <CellPicker
              rows={side}
              cols={side}
              at={at}
              label={texts.element}
              text={fill(texts.elementAt, { ...placeOf(at, side), value: shown(values[at] ?? 0, 4) })}
              nearest={nearest}
              onPick={onPick}
            >
              <CellMark unit={unit} {...placeOf(at, side)} />
            </CellPicker>
          </>
        )}
      </CellGrid>
    </div>
  );
}
