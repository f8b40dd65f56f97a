import { tensorTextColor } from '@/components/ui/tensor-scale';
import { CellGrid, CellMark } from '../cell-grid';
import { CellPicker, lineAt, PressSheet } from '../cell-picker';
import { fill } from '../fill';
import { inCell, rowsText, shapeText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { pixelTaps, type Share, sourceOf } from './resize';
import { PICTURES, SOURCE, type UpsampleState } from './state';

const SIDE = 320;
/** Full colour beyond the largest value, so that numbers are read well on every cell. */
const TONE = { max: 6 };
/** The widest output whose cells have room for numbers. */
const MOST_NUMBERED = 8;

/**
 * The source, with a dot for each output pixel where it reads, before clamping; the one looked at has a ring, and a line to
 * where it was clamped.
 */
export function SourceMap(props: {
  texts: FigureTexts<'upsampling-microscope'>;
  state: UpsampleState;
  shares: Share[];
}) {
  const { texts, state, shares } = props;
  const { picture, convention, method, rows, cols, at } = state;
  const values = PICTURES[picture];
  const unit = SIDE / SOURCE[1];
  const place = (source: number) => +((source + 0.5) * unit).toFixed(2);
  const sources = Array.from({ length: rows * cols }, (_, pixel) => ({
    pixel,
    x: place(sourceOf(pixel % cols, SOURCE[1], cols, convention)),
    y: place(sourceOf(Math.floor(pixel / cols), SOURCE[0], rows, convention)),
  }));
  const looked = pixelTaps(at, SOURCE, [rows, cols], convention, method);
  const [x, y] = [place(looked.cols.source), place(looked.rows.source)];
  const [toX, toY] = [place(looked.cols.clamped), place(looked.rows.clamped)];
  const read = shares.map(({ row, col }) => `[${row}, ${col}]`).join(', ');
  return (
    <div className="upsample-source">
      <p className="figure-note">{fill(texts.source, { shape: shapeText(SOURCE) })}</p>
      <CellGrid
        cols={SOURCE[1]}
        values={values}
        unit={unit}
        tone={TONE}
        label={fill(texts.sourceLabel, { rows: rowsText(values, SOURCE[1], SOURCE[1]), read })}
      >
        <g pointerEvents="none">
          {/* Above the middle, where many output pixels read. */}
          <g className="cells-text" fontSize={17}>
            {values.map((value, pixel) => (
              <text
                // biome-ignore lint/suspicious/noArrayIndexKey: a pixel is its index
                key={pixel}
                x={((pixel % SOURCE[1]) + 0.5) * unit}
                y={(Math.floor(pixel / SOURCE[1]) + 0.25) * unit}
                style={{ fill: tensorTextColor(value, TONE.max) }}
              >
                {value}
              </text>
            ))}
          </g>
          {shares.map(({ row, col }) => (
            <CellMark key={`${row} ${col}`} unit={unit} row={row} col={col} tone="second" />
          ))}
          {sources.map((one) => (
            <circle key={one.pixel} className="upsample-dot" cx={one.x} cy={one.y} r={3.5} />
          ))}
          <path className="upsample-clamp" d={`M${x} ${y}L${toX} ${toY}`} />
          <circle className="upsample-looked" cx={x} cy={y} r={8} />
        </g>
      </CellGrid>
    </div>
  );
}

/** The output; its pixel looked at is chosen by a press or by arrow keys. */
export function OutputMap(props: {
  texts: FigureTexts<'upsampling-microscope'>;
  state: UpsampleState;
  output: readonly number[];
  onPick?: (at: number) => void;
}) {
  const { texts, state, output, onPick } = props;
  const { rows, cols, at } = state;
  // As high as the source at most, and as wide.
  const unit = Math.min(SIDE / cols, (SIDE * SOURCE[0]) / SOURCE[1] / rows);
  const [row, col] = [Math.floor(at / cols), at % cols];
  const nearest = (x: number, y: number) => lineAt(y, unit, rows) * cols + lineAt(x, unit, cols);
  return (
    <div>
      <p className="figure-note">{fill(texts.output, { shape: shapeText([rows, cols]) })}</p>
      <CellGrid
        cols={cols}
        values={output}
        unit={unit}
        tone={TONE}
        text={cols <= MOST_NUMBERED ? inCell : undefined}
        label={`${fill(texts.output, { shape: shapeText([rows, cols]) })} ${rowsText(output, cols, MOST_NUMBERED)}`}
        interactive
      >
        <PressSheet width={cols * unit} height={rows * unit} onPress={onPick && ((x, y) => onPick(nearest(x, y)))} />
        <CellPicker
          rows={rows}
          cols={cols}
          at={at}
          label={texts.pixel}
          text={fill(texts.pixelAt, { row, col, value: shown(output[at] ?? 0, 4) })}
          nearest={nearest}
          onPick={onPick}
        >
          <CellMark unit={unit} row={row} col={col} />
        </CellPicker>
      </CellGrid>
    </div>
  );
}
