import { CellGrid, CellMark } from '../cell-grid';
import { CellPicker, lineAt, PressSheet } from '../cell-picker';
import { placeOf } from '../cells';
import { outSide, withPadding } from '../conv-stepper/geometry';
import { fill } from '../fill';
import { rowsText, shapeText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import type { UnrollState } from './state';
import { type Origin, rowOrigins } from './unroll';

const SIDE = 240;

/** A channel of the image with the patch of the row on it; the patch of the first channel can be moved. */
export function PatchMap(props: {
  texts: FigureTexts<'im2col-unroller'>;
  state: UnrollState;
  channel: number;
  values: readonly number[];
  onMove?: (at: number) => void;
}) {
  const { texts, state, channel, values, onMove } = props;
  const { n, k, s, p, at, tap, channels } = state;
  const side = outSide(state);
  const whole = n + 2 * p;
  const unit = SIDE / whole;
  const { row, col } = placeOf(at, side);
  const seen = rowOrigins(state, channels, at)[tap] as Origin;
  const spot = Math.floor(tap / channels);
  const lineNear = (place: number) => Math.max(0, Math.min(side - 1, Math.round((place / unit - k / 2) / s)));
  const nearest = (x: number, y: number) => lineNear(y) * side + lineNear(x);
  const patch = <CellMark unit={unit} row={row * s} col={col * s} rows={k} cols={k} />;
  const label = `${fill(texts.imageLabel, { channel, shape: shapeText([n, n, channels]) })} ${rowsText(values, n, n)}`;
  return (
    <CellGrid
      cols={whole}
      values={withPadding(values, state)}
      unit={unit}
      tone={{ max: 18 }}
      text={shown}
      emptyText="0"
      label={label}
      interactive={channel === 0}
    >
      {channel === 0 ? (
        <>
          <PressSheet width={SIDE} height={SIDE} onPress={onMove && ((x, y) => onMove(nearest(x, y)))} />
          <CellPicker
            rows={side}
            cols={side}
            at={at}
            label={texts.patch}
            text={fill(texts.patchAt, { row: at, i: row, j: col })}
            nearest={nearest}
            onPick={onMove}
          >
            {patch}
          </CellPicker>
        </>
      ) : (
        patch
      )}
      {seen.channel === channel && (
        <g pointerEvents="none">
          <CellMark unit={unit} row={row * s + Math.floor(spot / k)} col={col * s + (spot % k)} tone="second" />
        </g>
      )}
    </CellGrid>
  );
}

/** The result column folded back to the shape of the output. */
export function FoldedMap(props: {
  texts: FigureTexts<'im2col-unroller'>;
  state: UnrollState;
  result: readonly number[];
  running: boolean;
  onMove?: (at: number) => void;
}) {
  const { texts, state, result, running, onMove } = props;
  const side = outSide(state);
  const unit = Math.min(48, SIDE / side);
  const { row, col } = placeOf(state.at, side);
  const press = (x: number, y: number) => onMove?.(lineAt(y, unit, side) * side + lineAt(x, unit, side));
  return (
    <CellGrid
      cols={side}
      values={running ? result.map((value, i) => (i <= state.at ? value : null)) : result}
      unit={unit}
      tone={{ max: Math.max(...result.map(Math.abs)) }}
      text={shown}
      label={`${fill(texts.foldedLabel, { shape: shapeText([side, side, 1]) })} ${rowsText(result, side, side)}`}
    >
      <PressSheet width={side * unit} height={side * unit} onPress={onMove && press} />
      <g pointerEvents="none">
        <CellMark unit={unit} row={row} col={col} />
      </g>
    </CellGrid>
  );
}
