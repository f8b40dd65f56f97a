import type { ReactNode } from 'react';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { describeUnits, type UnitMap } from './units';

/** One unit of a hidden layer, from 0. */
export type UnitName = { layer: number; unit: number };

/**
 * What every hidden unit gives over the plane, a row for each layer. Pressing one shows it large. `tile` draws one map;
 * without `onShow` nothing can be pressed, as in a first frame.
 */
export function UnitMaps(props: {
  texts: FigureTexts<'decision-boundary'>;
  layers: UnitMap[][];
  shown: UnitName | null;
  tile: (map: UnitMap) => ReactNode;
  onShow?: (unit: UnitName | null) => void;
}) {
  const { texts, layers, shown, tile, onShow } = props;
  if (layers.length === 0) return null;
  return (
    <div className="boundary-units">
      <span className="figure-note">{texts.units}</span>
      {layers.map((maps, layer) => {
        const { off, total } = describeUnits(maps);
        const name = fill(texts.layer, { layer: layer + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its index
          <fieldset key={layer} className="boundary-layer">
            <legend>
              {name} {off > 0 && fill(texts.unitsOff, { off, total })}
            </legend>
            {maps.map((map, unit) => {
              const pressed = shown?.layer === layer && shown.unit === unit;
              return (
                <button
                  // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its index
                  key={unit}
                  type="button"
                  className="boundary-unit"
                  aria-label={fill(texts.unit, { layer: layer + 1, unit: unit + 1 })}
                  aria-pressed={pressed}
                  disabled={!onShow}
                  onClick={onShow && (() => onShow(pressed ? null : { layer, unit }))}
                >
                  {tile(map)}
                </button>
              );
            })}
          </fieldset>
        );
      })}
    </div>
  );
}
