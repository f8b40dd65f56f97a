import { CellGrid, CellMark } from '../cell-grid';
import { placeOf } from '../cells';
import { fill } from '../fill';
import { inCell, inside, rowsText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { ConvWorking } from './conv-working';
import { inSteps } from './map-picture';
import {
  type Activations,
  biasOf,
  isConvolution,
  type Layer,
  layerBefore,
  logitsOf,
  logitTerms,
  poolWindow,
  SIZES,
  scaleOf,
  softmax,
} from './net';
import { Products } from './products';
import type { MapsState } from './state';

type Texts = FigureTexts<'feature-maps'>;
type Part = { texts: Texts; state: MapsState; activations: Activations };

const SIDE = 168;
const CELL = 56;

/** The same map in the layer before, with the place or the window that the element comes from. */
function Before({ texts, state, activations, reach }: Part & { reach: number }) {
  const before = layerBefore(state.layer);
  const { side } = SIZES[before];
  const max = scaleOf(activations, before);
  const { row, col } = placeOf(state.at, SIZES[state.layer].side);
  const caption = fill(texts.before, { layer: texts[before], map: state.map });
  return (
    <div>
      <p className="figure-note">{caption}</p>
      <CellGrid
        cols={side}
        values={inSteps(activations[before][state.map] ?? [], max)}
        unit={SIDE / side}
        tone={{ max }}
        label={fill(reach === 1 ? texts.beforePlace : texts.beforeLabel, {
          before: caption,
          row: reach * row,
          col: reach * col,
        })}
      >
        <CellMark unit={SIDE / side} row={reach * row} col={reach * col} rows={reach} cols={reach} />
      </CellGrid>
    </div>
  );
}

function ReluWorking(part: Part) {
  const { state, activations } = part;
  const before = activations[layerBefore(state.layer)][state.map]?.[state.at] as number;
  return (
    <div className="maps-parts">
      <Before {...part} reach={1} />
      <p>
        max(0, {shown(before, 6)}) = {shown(Math.max(0, before), 6)}
      </p>
    </div>
  );
}

function PoolWorking(part: Part) {
  const { texts, state, activations } = part;
  const values = poolWindow(state.at).map((place) => activations.relu1[state.map]?.[place] as number);
  const largest = Math.max(...values);
  return (
    <div className="maps-parts">
      <Before {...part} reach={2} />
      <div>
        <p className="figure-note">{texts.window}</p>
        <CellGrid
          cols={2}
          values={values}
          unit={CELL}
          tone={{ max: scaleOf(activations, 'relu1') }}
          text={(value) => shown(value, 4)}
          fontSize={0.27 * CELL}
          label={`${texts.window}: ${rowsText(values, 2, 2)}`}
        >
          <CellMark unit={CELL} {...placeOf(values.indexOf(largest), 2)} />
        </CellGrid>
      </div>
      <p>
        max({values.map((value) => shown(value, 4)).join(', ')}) = {shown(largest, 4)}
      </p>
    </div>
  );
}

function GapWorking({ texts, state, activations }: Part) {
  const values = activations.relu2[state.map] as readonly number[];
  const { side } = SIZES.relu2;
  const caption = fill(texts.before, { layer: texts.relu2, map: state.map });
  const sum = values.reduce((total, value) => total + value, 0);
  return (
    <>
      <p className="figure-note">{caption}</p>
      <CellGrid
        cols={side}
        values={values}
        unit={40}
        tone={{ max: scaleOf(activations, 'relu2') }}
        text={inCell}
        label={`${caption}: ${rowsText(values, side, side)}`}
      />
      <p>{fill(texts.gapSum, { count: values.length, sum: shown(sum, 6), value: shown(sum / values.length, 4) })}</p>
    </>
  );
}

function LogitWorking({ texts, state, activations }: Part) {
  const { terms, sum } = logitTerms(activations.gap.flat(), state.map);
  const logits = logitsOf(activations);
  const powers = logits.map((z) => Math.exp(z));
  const values = {
    sum: shown(sum, 4),
    bias: inside(biasOf('logits', state.map)),
    value: shown(logits[state.map] as number, 4),
    power: shown(powers[state.map] as number, 4),
    total: powers.map((power) => shown(power, 4)).join(' + '),
    p: shown(softmax(logits)[state.map] as number, 4),
  };
  return (
    <>
      <p className="figure-note">{texts.logitProducts}</p>
      <Products terms={terms} places={4} />
      <p>{fill(texts.logitSum, values)}</p>
      <p>{fill(texts.softmax, values)}</p>
    </>
  );
}

function Body(props: Part & { layer: Layer; onFrom?: (from: number) => void }) {
  const { layer, onFrom, ...part } = props;
  if (isConvolution(layer)) return <ConvWorking {...part} layer={layer} onFrom={onFrom} />;
  if (layer === 'relu1' || layer === 'relu2') return <ReluWorking {...part} />;
  if (layer === 'pool') return <PoolWorking {...part} />;
  if (layer === 'gap') return <GapWorking {...part} />;
  return layer === 'logits' ? <LogitWorking {...part} /> : null;
}

/** Where the chosen element's value comes from, down to the single products. */
export function Working(props: Part & { onFrom?: (from: number) => void }) {
  const { texts, state, activations } = props;
  const { layer, map, at } = state;
  const { side } = SIZES[layer];
  const { row, col } = placeOf(at, side);
  const value = shown(activations[layer][map]?.[at] as number, 4);
  return (
    <div className="maps-working">
      <p>
        <strong>
          {layer === 'logits' ? `z[${map}]` : side === 1 ? `y[${map}]` : `y[${row}, ${col}, ${map}]`} = {value}
        </strong>{' '}
        {texts[`${layer}Is`]}
      </p>
      <Body {...props} layer={layer} />
    </div>
  );
}
