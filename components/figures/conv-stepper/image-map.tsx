import type { ReactNode } from 'react';
import { CellGrid, CellMark } from '../cell-grid';
import { CellPicker, PressSheet } from '../cell-picker';
import { placeOf } from '../cells';
import { fill } from '../fill';
import { inCell, rowsText, shapeText } from '../shown';
import type { FigureTexts } from '../texts';
import { outSide, reachOf, windowOf, withPadding } from './geometry';
import type { Picture } from './picture';
import { type ConvState, geometryOf } from './state';

/** Sides of the drawings in SVG units, and the widest grid whose cells have room for numbers. */
export const SIDE = 320;
export const MOST_NUMBERED = 9;

/** The shown channel of the image in its padding, with the window on it. `board` takes the window's place while drawing. */
export function ImageMap(props: {
  texts: FigureTexts<'conv-stepper'>;
  state: ConvState;
  channel: Picture;
  board?: ReactNode;
  onMove?: (at: number) => void;
}) {
  const { texts, state, channel, board, onMove } = props;
  const { n, pad, stride, dilation, at } = state;
  const geometry = geometryOf(state);
  const { k } = geometry;
  const [side, reach] = [outSide(geometry), reachOf(geometry)];
  const whole = n + 2 * pad;
  const unit = SIDE / whole;
  const { row, col } = placeOf(at, side);
  // The window whose middle is nearest to the pointer.
  const lineNear = (place: number) => Math.max(0, Math.min(side - 1, Math.round((place / unit - reach / 2) / stride)));
  const nearest = (x: number, y: number) => lineNear(y) * side + lineNear(x);
  const values = { shape: shapeText([n, n, state.cin]), channel: state.inChannel, pad };
  const taps = windowOf(geometry, at);
  return (
    <div>
      <p className="figure-note">{fill(pad > 0 ? texts.imagePadded : texts.image, values)}</p>
      <CellGrid
        cols={whole}
        values={withPadding(channel, geometry)}
        unit={unit}
        tone="grey"
        text={whole <= MOST_NUMBERED ? inCell : undefined}
        emptyText={whole <= MOST_NUMBERED ? '0' : undefined}
        label={`${fill(texts.imageLabel, values)} ${rowsText(channel, n, MOST_NUMBERED)}`}
        interactive
      >
        <rect className="conv-edge" x={pad * unit} y={pad * unit} width={n * unit} height={n * unit} />
        {board ??
          (side > 0 && (
            <>
              <PressSheet width={SIDE} height={SIDE} onPress={onMove && ((x, y) => onMove(nearest(x, y)))} />
              <CellPicker
                rows={side}
                cols={side}
                at={at}
                label={texts.window}
                text={fill(texts.windowAt, { row: row * stride - pad, col: col * stride - pad, i: row, j: col })}
                nearest={nearest}
                onPick={onMove}
              >
                {dilation > 1 &&
                  taps.map((_, tap) => (
                    <CellMark
                      // biome-ignore lint/suspicious/noArrayIndexKey: a tap is its index
                      key={tap}
                      unit={unit}
                      row={row * stride + dilation * Math.floor(tap / k)}
                      col={col * stride + dilation * (tap % k)}
                      tone="second"
                    />
                  ))}
                <CellMark unit={unit} row={row * stride} col={col * stride} rows={reach} cols={reach} />
              </CellPicker>
            </>
          ))}
      </CellGrid>
    </div>
  );
}
