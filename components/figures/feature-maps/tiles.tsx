import { placeOf } from '../cells';
import { fill } from '../fill';
import { shown } from '../shown';
import type { FigureTexts } from '../texts';
import { MapPicture } from './map-picture';

type Texts = FigureTexts<'feature-maps'>;

/** What is to be seen of one map, in words: its range, and where it is largest. */
export function mapText(texts: Texts, values: readonly number[], map: number): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return fill(values.length === 1 ? texts.tileOne : texts.tileFlat, { map, value: shown(high) });
  const side = Math.sqrt(values.length);
  return fill(texts.tile, { map, low: shown(low), high: shown(high), ...placeOf(values.indexOf(high), side) });
}

/** All maps of a layer as small pictures on one scale; a press chooses one. Where a map is one number, that stands there. */
export function Tiles(props: {
  texts: Texts;
  caption: string;
  maps: readonly (readonly number[])[];
  max: number;
  chosen: number;
  onChoose?: (map: number) => void;
}) {
  const { texts, maps, max, chosen, onChoose } = props;
  const side = Math.sqrt(maps[0]?.length ?? 0);
  return (
    <div>
      <p className="figure-note">{props.caption}</p>
      <div className="maps-tiles">
        {maps.map((values, map) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a map is its index
            key={map}
            type="button"
            className="maps-tile"
            aria-label={mapText(texts, values, map)}
            aria-pressed={map === chosen}
            disabled={!onChoose}
            onClick={onChoose && (() => onChoose(map))}
          >
            <MapPicture values={values} max={max} />
            <span>{side === 1 ? shown(values[0] as number) : map}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
