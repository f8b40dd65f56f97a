import { CellGrid, CellMark } from '../cell-grid';
import { lineAt, PressSheet } from '../cell-picker';
import { placeOf } from '../cells';
import { fill } from '../fill';
import { inCell, rowsText, shapeText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { MOST_NUMBERED, SIDE } from './image-map';
import type { ConvState } from './state';

/** The shown channel of the output; a press on an element chooses it. While the window runs, what is still to come is empty. */
export function OutputMap(props: {
  texts: FigureTexts<'conv-stepper'>;
  state: ConvState;
  side: number;
  output: readonly number[];
  running: boolean;
  onMove?: (at: number) => void;
}) {
  const { texts, state, side, output, running, onMove } = props;
  const { at, cout, outChannel } = state;
  const values = { shape: shapeText([side, side, cout]), channel: outChannel };
  if (side === 0) return <p className="figure-note">{fill(texts.output, values)}</p>;
  const unit = SIDE / side;
  const max = Math.max(...output.map(Math.abs));
  const { row, col } = placeOf(at, side);
  const press = (x: number, y: number) => onMove?.(lineAt(y, unit, side) * side + lineAt(x, unit, side));
  return (
    <div>
      <p className="figure-note">{fill(texts.output, values)}</p>
      <CellGrid
        cols={side}
        values={running ? output.map((value, i) => (i <= at ? value : null)) : output}
        unit={unit}
        tone={{ max }}
        text={side <= MOST_NUMBERED ? inCell : undefined}
        label={`${fill(texts.outputLabel, {
          ...values,
          low: shown(Math.min(...output)),
          high: shown(Math.max(...output)),
        })} ${rowsText(output, side, MOST_NUMBERED)}`}
      >
        <PressSheet width={SIDE} height={SIDE} onPress={onMove && press} />
        <g pointerEvents="none">
          <CellMark unit={unit} row={row} col={col} />
        </g>
      </CellGrid>
    </div>
  );
}
