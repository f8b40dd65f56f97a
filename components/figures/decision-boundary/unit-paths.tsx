import { HeatPaths } from './heat-paths';
import { UNIT_CELLS, type UnitMap } from './units';

/** Few: a page carries as many of these as the net has units. */
const LEVELS = 7;

/** A unit's map without a canvas, which the server can draw. */
export function UnitPaths({ map }: { map: UnitMap }) {
  const leans = map.values.map((value) => (map.most === 0 ? 0 : (2.4 * value) / map.most));
  return <HeatPaths logits={leans} cells={UNIT_CELLS} levels={LEVELS} />;
}
