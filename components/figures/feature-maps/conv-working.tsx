import { CellGrid, CellMark } from '../cell-grid';
import { placeOf } from '../cells';
import { withPadding } from '../conv-stepper/geometry';
import { fill } from '../fill';
import { inside, rowsText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { inSteps, MapPicture } from './map-picture';
import {
  type Activations,
  biasOf,
  type Convolution,
  channelTerms,
  geometryOf,
  layerBefore,
  SIZES,
  scaleOf,
} from './net';
import { Products } from './products';
import type { MapsState } from './state';

type Texts = FigureTexts<'feature-maps'>;

/** Sides of a window's cell and of the whole map before it, in SVG units. */
const CELL = 56;
const BEFORE = 3 * CELL;
/** Exact: two decimals in the image, and two more with each convolution. */
const PLACES = 6;

/** The outline of the 3×3 window on a map of the layer before, in cells; parts of it may lie in the padding. */
function WindowMark({ at, side }: { at: number; side: number }) {
  const { row, col } = placeOf(at, side);
  return <rect className="maps-window" x={col - 1} y={row - 1} width={3} height={3} />;
}

/** How one element of a convolution comes about: the maps that it reads, and of one of them window, kernel, products, sum. */
export function ConvWorking(props: {
  texts: Texts;
  layer: Convolution;
  state: MapsState;
  activations: Activations;
  onFrom?: (from: number) => void;
}) {
  const { texts, layer, state, activations, onFrom } = props;
  const { map, at, from } = state;
  const before = layerBefore(layer);
  const inputs = activations[before];
  const geometry = geometryOf(layer);
  const { side } = SIZES[layer];
  const { row, col } = placeOf(at, side);
  const max = scaleOf(activations, before);
  const sums = inputs.map((input, c) => channelTerms(layer, input, c, map, at));
  const { terms, sum } = sums[from] as (typeof sums)[number];
  const bias = inside(biasOf(layer, map));
  const window = terms.map(({ value, outside }) => (outside ? null : value));
  const kernel = terms.map(({ weight }) => weight);
  const whole = side + 2 * geometry.p;
  const beforeText = fill(texts.before, { layer: texts[before], map: from });
  const all = sums.map((one) => inside(one.sum, PLACES));
  return (
    <>
      {inputs.length > 1 && (
        <div className="maps-tiles maps-inputs">
          {inputs.map((input, c) => {
            const said = shown(sums[c]?.sum as number, PLACES);
            return (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: a map is its index
                key={c}
                type="button"
                className="maps-tile"
                aria-label={fill(texts.inputTile, { map: c, sum: said })}
                aria-pressed={c === from}
                disabled={!onFrom}
                onClick={onFrom && (() => onFrom(c))}
              >
                <MapPicture values={input} max={max}>
                  <WindowMark at={at} side={side} />
                </MapPicture>
                <span>{shown(sums[c]?.sum as number, 2)}</span>
              </button>
            );
          })}
        </div>
      )}
      <div className="maps-parts">
        <div>
          <p className="figure-note">{beforeText}</p>
          <CellGrid
            cols={whole}
            values={withPadding(inSteps(inputs[from] ?? [], max), geometry)}
            unit={BEFORE / whole}
            tone={{ max }}
            label={fill(texts.beforeLabel, { before: beforeText, row: shown(row - 1), col: shown(col - 1) })}
          >
            <CellMark unit={BEFORE / whole} row={row} col={col} rows={3} cols={3} />
          </CellGrid>
        </div>
        <div>
          <p className="figure-note">{texts.window}</p>
          <CellGrid
            cols={3}
            values={window}
            unit={CELL}
            tone={{ max }}
            text={(value) => shown(value, 4)}
            fontSize={0.27 * CELL}
            emptyText="0"
            label={`${texts.window}: ${rowsText(
              terms.map(({ value }) => value),
              3,
              3,
            )}`}
          />
        </div>
        <div>
          <p className="figure-note">{fill(texts.kernel, { map })}</p>
          <CellGrid
            cols={3}
            values={kernel}
            unit={CELL}
            tone={{ max: Math.max(...kernel.map(Math.abs)) }}
            text={shown}
            fontSize={0.27 * CELL}
            label={`${fill(texts.kernel, { map })}: ${rowsText(kernel, 3, 3)}`}
          />
        </div>
      </div>
      <p className="figure-note">{texts.products}</p>
      <Products terms={terms} places={PLACES} cols={3} />
      <p>
        {fill(texts.channelSum, { sum: shown(sum, PLACES) })}{' '}
        {fill(inputs.length > 1 ? texts.allSums : texts.oneSum, {
          sums: all.join(' + '),
          bias,
          value: shown(activations[layer][map]?.[at] as number, PLACES),
        })}
      </p>
    </>
  );
}
