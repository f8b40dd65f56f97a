import { CellGrid, CellMark } from '../cell-grid';
import { lineAt, PressSheet } from '../cell-picker';
import { fill } from '../fill';
import { shapeText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { columnsOf, rowsOf, type UnrollState } from './state';
import { type Origin, rowOrigins } from './unroll';

const UNIT = 34;
/** The margin that a grid of cells has around itself, on both sides together. */
const MARGIN = 4;
/** More columns leave no room for numbers on a narrow screen. */
const MOST_NUMBERED = 9;

const sameOrigin = (a: Origin, b: Origin) => a.pixel >= 0 && a.pixel === b.pixel && a.channel === b.channel;

/** Matrix times kernel column gives result column, drawn to one scale. The row, the column and all copies of a pixel are marked. */
export function Product(props: {
  texts: FigureTexts<'im2col-unroller'>;
  state: UnrollState;
  matrix: readonly (readonly number[])[];
  kernel: readonly number[];
  result: readonly number[];
  running: boolean;
  onSee?: (change: Partial<UnrollState>) => void;
}) {
  const { texts, state, matrix, kernel, result, running, onSee } = props;
  const { channels, at, tap } = state;
  const [rows, cols] = [rowsOf(state), columnsOf(state)];
  const font = cols <= MOST_NUMBERED ? 0.54 * UNIT : undefined;
  const text = font ? (value: number) => shown(value, 0) : undefined;
  const isDone = (row: number) => !running || row <= at;
  const here = rowOrigins(state, channels, at)[tap] as Origin;
  const copies = matrix.flatMap((_, row) =>
    isDone(row)
      ? rowOrigins(state, channels, row).flatMap((origin, col) => (sameOrigin(origin, here) ? [{ row, col }] : []))
      : [],
  );
  const press = (x: number, y: number) => onSee?.({ at: lineAt(y, UNIT, rows), tap: lineAt(x, UNIT, cols) });
  const side = (count: number) => count * UNIT + MARGIN;
  return (
    <div
      className="unroll-product"
      style={{
        gridTemplateColumns: `${side(cols)}fr auto ${side(1)}fr auto ${side(1)}fr`,
        maxWidth: `${(side(cols) + 2 * side(1) + 48) / 16}rem`,
      }}
    >
      <CellGrid
        cols={cols}
        values={matrix.flatMap((row, i) => row.map((value) => (isDone(i) ? value : null)))}
        unit={UNIT}
        tone={{ max: 18 }}
        text={text}
        fontSize={font}
        label={fill(texts.matrixLabel, {
          shape: shapeText([rows, cols]),
          row: at,
          values: matrix[at]?.join(', ') ?? '',
        })}
      >
        <PressSheet width={cols * UNIT} height={rows * UNIT} onPress={onSee && press} />
        <g pointerEvents="none">
          <CellMark unit={UNIT} row={0} col={tap} rows={rows} tone="second" />
          {copies.map(({ row, col }) => (
            <CellMark key={`${row},${col}`} unit={UNIT} row={row} col={col} tone="second" />
          ))}
          <CellMark unit={UNIT} row={at} col={0} cols={cols} />
        </g>
      </CellGrid>
      <span className="unroll-sign" aria-hidden="true">
        ·
      </span>
      <CellGrid
        cols={1}
        values={kernel}
        unit={UNIT}
        tone={{ max: Math.max(...kernel.map(Math.abs)) }}
        text={text}
        fontSize={font}
        label={fill(texts.kernelLabel, { shape: shapeText([cols, 1]), values: kernel.map((w) => shown(w)).join(', ') })}
      >
        <g pointerEvents="none">
          <CellMark unit={UNIT} row={tap} col={0} tone="second" />
        </g>
      </CellGrid>
      <span className="unroll-sign" aria-hidden="true">
        =
      </span>
      <CellGrid
        cols={1}
        values={result.map((value, i) => (isDone(i) ? value : null))}
        unit={UNIT}
        tone={{ max: Math.max(...result.map(Math.abs)) }}
        text={text}
        fontSize={font}
        label={fill(texts.resultLabel, { shape: shapeText([rows, 1]), values: result.map((y) => shown(y)).join(', ') })}
      >
        <g pointerEvents="none">
          <CellMark unit={UNIT} row={at} col={0} />
        </g>
      </CellGrid>
    </div>
  );
}
