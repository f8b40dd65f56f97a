import { CellMark } from '../cell-grid';
import { placeOf } from '../cells';
import { fill } from '../fill';
import { shown } from '../shown';
import type { FigureTexts } from '../texts';
import {
  argmaxOf,
  convForward,
  convInputShares,
  gradientOf,
  imageOf,
  kernelOf,
  maxInputShares,
  type Share,
  weightShares,
} from './gradients';
import { PaintMap } from './map';
import { geometryOf, type PaintState, sideOf } from './state';

/** Everything that the figure shows of one state. */
export function paintingOf(state: PaintState) {
  const { mode, n, k, dy, pixel, tap } = state;
  const geometry = geometryOf(state);
  const [x, w] = [imageOf(n), kernelOf(k)];
  const argmax = argmaxOf(geometry, x);
  const y = mode === 'conv' ? convForward(geometry, x, w) : argmax.map((place) => x[place] as number);
  const inputShares = (place: number) =>
    mode === 'conv' ? convInputShares(geometry, w, place) : maxInputShares(geometry, x, place);
  return {
    x,
    w,
    y,
    argmax,
    dx: x.map((_, place) => gradientOf(inputShares(place), dy)),
    dw: w.map((_, place) => gradientOf(weightShares(geometry, x, place), dy)),
    pixelShares: inputShares(pixel),
    tapShares: weightShares(geometry, x, tap),
  };
}

export type Painting = ReturnType<typeof paintingOf>;

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

/** Input, kernel and output in one row or column, and their gradients beside them. */
export function Maps(props: {
  texts: FigureTexts<'gradient-paint'>;
  state: PaintState;
  painting: Painting;
  onSee?: (change: Partial<PaintState>) => void;
  onPaint?: (out: number) => void;
}) {
  const { texts, state, painting, onSee, onPaint } = props;
  const { mode, n, k, s, dy, out, pixel, tap } = state;
  const side = sideOf(state);
  const { row, col } = placeOf(out, side);
  const best = placeOf(painting.argmax[out] ?? 0, n);
  const cell = (at: number, cols: number, tone?: 'second') => (unit: number) => (
    <CellMark unit={unit} {...placeOf(at, cols)} tone={tone} />
  );
  const window = (unit: number) => <CellMark unit={unit} row={row * s} col={col * s} rows={k} cols={k} tone="second" />;
  const words = (at: number, cols: number, value: number) =>
    fill(texts.at, { ...placeOf(at, cols), value: shown(value) });
  const brings = (shares: readonly Share[]) => (unit: number) =>
    shares
      .filter(({ factor }) => factor !== 0)
      .map((share) => <CellMark key={share.out} unit={unit} {...placeOf(share.out, side)} tone="second" />);
  return (
    <div className="paint-maps">
      <PaintMap
        name={texts.x}
        values={painting.x}
        max={12}
        marks={(unit) => (
          <>
            {window(unit)}
            {mode === 'max' && <CellMark unit={unit} {...best} />}
          </>
        )}
      />
      <PaintMap
        name={texts.dx}
        values={painting.dx}
        max={largest(painting.dx)}
        marks={window}
        picked={{
          at: pixel,
          label: texts.choosePixel,
          text: words(pixel, n, painting.dx[pixel] ?? 0),
          onPick: onSee && ((to) => onSee({ pixel: to })),
          mark: cell(pixel, n),
        }}
      />
      {mode === 'conv' ? (
        <>
          <PaintMap name={texts.w} values={painting.w} max={4} marks={cell(tap, k, 'second')} />
          <PaintMap
            name={texts.dw}
            values={painting.dw}
            max={largest(painting.dw)}
            picked={{
              at: tap,
              label: texts.chooseTap,
              text: words(tap, k, painting.dw[tap] ?? 0),
              onPick: onSee && ((to) => onSee({ tap: to })),
              mark: cell(tap, k),
            }}
          />
        </>
      ) : (
        <>
          <p className="figure-note">{texts.noWeights}</p>
          <p className="figure-note">{texts.noWeightGradient}</p>
        </>
      )}
      <PaintMap name={texts.y} values={painting.y} max={2 * largest(painting.y)} marks={cell(out, side)} />
      <PaintMap
        name={texts.dy}
        values={dy}
        max={2}
        marks={brings(painting.pixelShares)}
        picked={{
          at: out,
          label: texts.chooseOut,
          text: words(out, side, dy[out] ?? 0),
          onPick: onSee && ((to) => onSee({ out: to })),
          onPress: onPaint,
          mark: cell(out, side),
        }}
      />
    </div>
  );
}
