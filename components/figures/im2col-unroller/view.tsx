import { Button, Slider } from '../controls';
import { outSide } from '../conv-stepper/geometry';
import { fill } from '../fill';
import { inside, shapeText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { FoldedMap, PatchMap } from './maps';
import { Product } from './product';
import { columnsOf, RANGES, rowsOf, SETTINGS, type UnrollState } from './state';
import { digits, im2col, memoryFactor, type Origin, rowOrigins, smallKernel, timesColumn } from './unroll';

type Texts = FigureTexts<'im2col-unroller'>;

export type UnrollHandlers = {
  change: (change: Partial<UnrollState>) => void;
  play: () => void;
  pause: () => void;
  reset: () => void;
};

/** A side as photographs for networks have it, to say what the same layer costs there. */
const PHOTO = 224;

/** Where the marked entry comes from, in words, and into how many rows the same pixel is copied. */
function originText(texts: Texts, state: UnrollState): string {
  const { n, k, channels, at, tap } = state;
  const { pixel, channel } = rowOrigins(state, channels, at)[tap] as Origin;
  const spot = Math.floor(tap / channels);
  const place = { tap, u: Math.floor(spot / k), v: spot % k, c: channel };
  if (pixel < 0) return fill(texts.fromPadding, place);
  const copies = Array.from({ length: rowsOf(state) }, (_, row) => rowOrigins(state, channels, row))
    .flat()
    .filter((one) => one.pixel === pixel && one.channel === channel).length;
  return fill(texts.fromPixel, { ...place, row: Math.floor(pixel / n), col: pixel % n, copies });
}

/** The unroller as drawn for one state; without `on` it is the first frame, with its controls off. */
export function UnrollView(props: { texts: Texts; state: UnrollState; running: boolean; on?: UnrollHandlers }) {
  const { texts, state, running, on } = props;
  const { n, k, channels, at, tap } = state;
  const image = digits(n, channels);
  const kernel = smallKernel(k, channels);
  const matrix = im2col(state, image);
  const result = timesColumn(matrix, kernel);
  const side = outSide(state);
  const [rows, cols] = [rowsOf(state), columnsOf(state)];
  const change = on?.change;
  const move = change && ((to: number) => change({ at: to }));
  const row = matrix[at] ?? [];
  return (
    <div className="im2col">
      <div className="figure-pair">
        <div>
          <p className="figure-note">{fill(texts.image, { shape: shapeText([n, n, channels]) })}</p>
          <div className="unroll-channels" style={{ gridTemplateColumns: `repeat(${channels}, minmax(0, 1fr))` }}>
            {image.map((values, channel) => (
              <PatchMap
                // biome-ignore lint/suspicious/noArrayIndexKey: a channel is its index
                key={channel}
                texts={texts}
                state={state}
                channel={channel}
                values={values}
                onMove={move}
              />
            ))}
          </div>
        </div>
        <div>
          <p className="figure-note">{fill(texts.folded, { shape: shapeText([side, side, 1]) })}</p>
          <FoldedMap texts={texts} state={state} result={result} running={running} onMove={move} />
        </div>
      </div>
      <p className="figure-note unroll-caption">
        {fill(texts.product, {
          matrix: shapeText([rows, cols]),
          kernel: shapeText([cols, 1]),
          result: shapeText([rows, 1]),
        })}
      </p>
      <Product
        texts={texts}
        state={state}
        matrix={matrix}
        kernel={kernel}
        result={result}
        running={running}
        onSee={change}
      />
      <div className="figure-buttons conv-row">
        <Button onPress={move && (() => move(at - 1))} disabled={running || at === 0}>
          {texts.back}
        </Button>
        <Button onPress={move && (() => move(at + 1))} disabled={running || at === rows - 1}>
          {texts.next}
        </Button>
        <Button primary onPress={on && (running ? on.pause : on.play)} disabled={rows === 1}>
          {running ? texts.pause : texts.play}
        </Button>
        <Button onPress={on?.reset}>{texts.reset}</Button>
      </div>
      <div className="unroll-working">
        <div aria-live={running ? 'off' : 'polite'}>
          <p>
            <strong>
              {fill(texts.row, { at, i: Math.floor(at / side), j: at % side, sum: shown(result[at] ?? 0) })}
            </strong>
          </p>
          <p>{originText(texts, state)}</p>
        </div>
        <p>
          {row.map((value, i) => `${shown(value)}·${inside(kernel[i] as number)}`).join(' + ')} ={' '}
          {shown(result[at] ?? 0)}
        </p>
      </div>
      <div className="figure-controls conv-settings">
        {SETTINGS.map((name) => (
          <Slider
            key={name}
            label={texts[name]}
            value={state[name]}
            {...RANGES[name]}
            text={String(state[name])}
            onChange={change && ((value) => change({ [name]: value }))}
          />
        ))}
        <Slider
          label={texts.tap}
          value={tap}
          min={0}
          max={cols - 1}
          step={1}
          text={String(tap)}
          onChange={change && ((value) => change({ tap: value }))}
        />
      </div>
      <p className="figure-summary" aria-live="polite">
        {fill(texts.summary, {
          stored: n * n * channels,
          unrolled: rows * cols,
          factor: shown(memoryFactor(state), 2),
          square: k * k,
          photo: PHOTO,
          photoFactor: shown(memoryFactor({ ...state, n: PHOTO }), 2),
        })}
      </p>
    </div>
  );
}
