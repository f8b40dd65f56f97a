import { Button, Slider } from '../controls';
import { unreadSide } from '../conv-stepper/geometry';
import { fill } from '../fill';
import { inside, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { gradientOf, type Share } from './gradients';
import { Maps, type Painting, paintingOf } from './maps';
import {
  changed,
  DY_RANGE,
  everywhere,
  geometryOf,
  nextGradient,
  onlyOne,
  type PaintState,
  PRESET_NAMES,
  PRESETS,
  paintInitial,
  RANGES,
  SETTINGS,
  withGradient,
} from './state';

type Texts = FigureTexts<'gradient-paint'>;

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The products behind a gradient, those of a zero dY left out, and their sum. */
function sumText(texts: Texts, shares: readonly Share[], dy: readonly number[]): string {
  const products = shares
    .filter(({ out }) => dy[out] !== 0)
    .map(({ out, factor }) => `${inside(dy[out] as number)}·${inside(factor)}`);
  return products.length === 0 ? texts.nothing : `${products.join(' + ')} = ${shown(gradientOf(shares, dy))}`;
}

function summaryOf(texts: Texts, state: PaintState, { dx, argmax, x, pixelShares }: Painting): string {
  const { mode, n, dy, out, pixel } = state;
  const values = {
    painted: dy.filter((value) => value !== 0).length,
    reached: dx.filter((value) => value !== 0).length,
    sumDy: shown(total(dy)),
    sumDx: shown(total(dx)),
    row: Math.floor((argmax[out] ?? 0) / n),
    col: (argmax[out] ?? 0) % n,
    largest: x[argmax[out] ?? 0] ?? 0,
  };
  const wins = pixelShares.filter((share) => share.factor !== 0 && dy[share.out] !== 0).length;
  const unread = unreadSide(geometryOf(state));
  return [
    fill(mode === 'conv' ? texts.convSummary : texts.maxSummary, values),
    mode === 'max' && wins > 1 ? fill(texts.adds, { row: Math.floor(pixel / n), col: pixel % n, wins }) : '',
    unread > 0 ? fill(texts.unread, { unread }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const sameLayer = (a: PaintState, b: PaintState) => a.mode === b.mode && a.n === b.n && a.k === b.k && a.s === b.s;

/** The gradient paint as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function PaintView(props: { texts: Texts; state: PaintState; onChange?: (state: PaintState) => void }) {
  const { texts, state, onChange } = props;
  const { mode, n, k, dy, out, pixel, tap } = state;
  const painting = paintingOf(state);
  const see = onChange && ((change: Partial<PaintState>) => onChange(changed(state, change)));
  const paint = onChange && ((at: number) => onChange(withGradient(state, at, nextGradient(dy[at] ?? 0))));
  return (
    <div className="gradient-paint">
      <div className="figure-buttons">
        {PRESET_NAMES.map((name) => (
          <Button
            key={name}
            pressed={sameLayer(state, PRESETS[name])}
            onPress={onChange && (() => onChange(PRESETS[name]))}
          >
            {texts[name]}
          </Button>
        ))}
      </div>
      <Maps texts={texts} state={state} painting={painting} onSee={see} onPaint={paint} />
      <div className="figure-controls">
        <Slider
          label={fill(texts.gradientAt, {
            row: Math.floor(out / Math.sqrt(dy.length)),
            col: out % Math.sqrt(dy.length),
          })}
          value={dy[out] ?? 0}
          {...DY_RANGE}
          text={shown(dy[out] ?? 0)}
          onChange={onChange && ((value) => onChange(withGradient(state, out, value)))}
        />
        <div className="figure-buttons">
          <Button onPress={onChange && (() => onChange(onlyOne(state)))}>{texts.only}</Button>
          <Button onPress={onChange && (() => onChange(everywhere(state, 1)))}>{texts.all}</Button>
          <Button onPress={onChange && (() => onChange(everywhere(state, 0)))}>{texts.clear}</Button>
          <Button onPress={onChange && (() => onChange(paintInitial))}>{texts.reset}</Button>
        </div>
      </div>
      <div className="paint-working">
        <p>
          <strong>
            dX[{Math.floor(pixel / n)}, {pixel % n}] =
          </strong>{' '}
          {sumText(texts, painting.pixelShares, dy)}
        </p>
        {mode === 'conv' && (
          <p>
            <strong>
              dW[{Math.floor(tap / k)}, {tap % k}] =
            </strong>{' '}
            {sumText(texts, painting.tapShares, dy)}
          </p>
        )}
      </div>
      <p className="figure-summary" aria-live="polite">
        {summaryOf(texts, state, painting)}
      </p>
      <div className="figure-controls conv-settings">
        {SETTINGS.map((name) => (
          <Slider
            key={name}
            label={texts[name]}
            value={state[name]}
            {...RANGES[name]}
            text={String(state[name])}
            onChange={see && ((value) => see({ [name]: value }))}
          />
        ))}
      </div>
      <p className="figure-note">{mode === 'conv' ? texts.convNote : texts.maxNote}</p>
    </div>
  );
}
