import { Button } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { Blocks, type Cell } from './blocks';
import { type AxisFit, alignShapes, broadcastShape, readThrough, type Shape } from './broadcast';
import { ShapeEditor } from './shape-editor';
import { type BroadcastState, broadcastUrl, PRESETS, shapeText } from './state';

const sizeOf = (shape: Shape) => shape.reduce((product, extent) => product * extent, 1);
const own = (shape: Shape, step: number): Cell[] =>
  Array.from({ length: sizeOf(shape) }, (_, i) => ({ value: step * (i + 1), repeated: false }));
/** A tensor's elements as the sum reads them. */
const through = (cells: readonly Cell[], shape: Shape, result: Shape): Cell[] =>
  readThrough(shape, result).map(({ source, repeated }) => ({ value: cells[source]?.value ?? 0, repeated }));

/** The broadcasting lab as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function BroadcastView(props: {
  texts: FigureTexts<'broadcasting-lab'>;
  state: BroadcastState;
  onChange?: (state: BroadcastState) => void;
}) {
  const { texts, state, onChange } = props;
  const { a, b } = state;
  const fits = alignShapes(a, b);
  const result = broadcastShape(a, b);
  const [ownA, ownB] = [own(a, 10), own(b, 1)];
  const readA = result ? through(ownA, a, result) : ownA;
  const readB = result ? through(ownB, b, result) : ownB;
  const sums = readA.map(({ value }, i) => ({ value: value + (readB[i]?.value ?? 0), repeated: false }));
  const max = Math.max(...sums.map(({ value }) => value));
  return (
    <div className="broadcasting-lab">
      <div className="figure-controls">
        <ShapeEditor texts={texts} name="A" shape={a} onChange={onChange && ((next) => onChange({ a: next, b }))} />
        <ShapeEditor texts={texts} name="B" shape={b} onChange={onChange && ((next) => onChange({ a, b: next }))} />
      </div>
      <div className="figure-buttons broadcast-presets">
        {PRESETS.map((preset) => (
          <Button
            key={broadcastUrl.format(preset)}
            pressed={broadcastUrl.format(preset) === broadcastUrl.format(state)}
            onPress={onChange && (() => onChange(preset))}
          >
            {shapeText(preset.a)} + {shapeText(preset.b)}
          </Button>
        ))}
      </div>
      <Alignment texts={texts} fits={fits} result={result} />
      <div className="broadcast-tensors">
        <Blocks label={`A ${shapeText(a)}`} shape={result ?? a} cells={readA} max={max} />
        <Blocks label={`B ${shapeText(b)}`} shape={result ?? b} cells={readB} max={max} />
        {result && <Blocks label={`A + B ${shapeText(result)}`} shape={result} cells={sums} max={max} />}
      </div>
      <p className="figure-summary" aria-live="polite" data-broken={result === null}>
        {summary(texts, state, fits, result)}
      </p>
    </div>
  );
}

/** The shapes one below the other, right-aligned, with the axes that are stretched and the one that fails. */
function Alignment(props: { texts: FigureTexts<'broadcasting-lab'>; fits: AxisFit[]; result: Shape | null }) {
  const { texts, fits, result } = props;
  const extent = (own: number | null, { result }: AxisFit) =>
    own === result || result === null ? (own ?? texts.none) : `${own ?? texts.none} → ${result}`;
  return (
    <table className="broadcast-axes">
      <thead>
        <tr>
          <th scope="col">{texts.fromTheEnd}</th>
          {fits.map(({ axis }) => (
            <th key={axis} scope="col">
              {String(axis).replace('-', '−')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['a', 'b'] as const).map((name) => (
          <tr key={name}>
            <th scope="row">{name.toUpperCase()}</th>
            {fits.map((fit) => (
              <td key={fit.axis} data-broken={fit.result === null}>
                {extent(fit[name], fit)}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">A + B</th>
          {fits.map((fit) => (
            <td key={fit.axis} data-broken={fit.result === null}>
              {fit.result ?? '✗'}
            </td>
          ))}
          {result?.length === 0 && <td>{texts.scalar}</td>}
        </tr>
      </tbody>
    </table>
  );
}

function summary(
  texts: FigureTexts<'broadcasting-lab'>,
  { a, b }: BroadcastState,
  fits: readonly AxisFit[],
  result: Shape | null,
): string {
  const broken = fits.filter((fit) => fit.result === null);
  if (!result) {
    const axes = broken.map((fit) => fill(texts.clash, { axis: `−${-fit.axis}`, a: fit.a ?? 1, b: fit.b ?? 1 }));
    return `${fill(texts.fails, { a: shapeText(a), b: shapeText(b) })} ${axes.join(' ')}`;
  }
  const stored = sizeOf(a) + sizeOf(b);
  return fill(texts.works, {
    a: shapeText(a),
    b: shapeText(b),
    result: shapeText(result),
    size: sizeOf(result),
    stored,
  });
}
