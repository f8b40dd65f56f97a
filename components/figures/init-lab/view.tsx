import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { activationSpreads, BINS, histogramRange, judgeInit, type LayerSpread } from './activations';
import { GAIN_RANGE, type InitState, theoryGain } from './state';

/** Three significant digits, small and large ones with an exponent. */
function shown(value: number): string {
  if (value === 0) return '0';
  return value >= 0.001 && value < 1000 ? value.toPrecision(3) : value.toExponential(1);
}

function Histogram({ spread, label }: { spread: LayerSpread; label: string }) {
  return (
    <svg viewBox={`0 0 ${BINS} 12`} preserveAspectRatio="none" role="img" aria-label={label}>
      {spread.shares.map((share, bin) => {
        // The square root keeps thin tails visible beside a tall bin.
        const height = 12 * Math.sqrt(share);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its index
          <rect key={bin} x={bin + 0.06} y={(12 - height).toFixed(2)} width={0.88} height={height.toFixed(2)} />
        );
      })}
    </svg>
  );
}

/** The init lab as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function InitView(props: {
  texts: FigureTexts<'init-lab'>;
  state: InitState;
  onChange?: (state: InitState) => void;
}) {
  const { texts, state, onChange } = props;
  const { activation, gain } = state;
  const spreads = activationSpreads(activation, gain);
  const [low, high] = histogramRange(activation);
  const verdict = judgeInit(activation, spreads);
  const choose = (next: InitState['activation']) => onChange && (() => onChange({ ...state, activation: next }));
  return (
    <div className="init-lab">
      <div className="init-layers">
        {spreads.map((spread, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its index
          <div key={index}>
            <p className="figure-note">{fill(texts.layer, { n: index + 1 })}</p>
            <Histogram
              spread={spread}
              label={fill(texts.layerLabel, {
                n: index + 1,
                rms: shown(spread.rms),
                flat: Math.round(100 * spread.flat),
              })}
            />
            <p className="init-ends" aria-hidden="true">
              <span>{low}</span>
              <span>{fill(texts.size, { rms: shown(spread.rms) })}</span>
              <span>{high}</span>
            </p>
          </div>
        ))}
      </div>
      <div className="figure-controls">
        <Slider
          label={texts.gain}
          value={gain}
          {...GAIN_RANGE}
          text={gain.toFixed(2)}
          onChange={onChange && ((value) => onChange({ ...state, gain: value }))}
        />
        <div className="figure-buttons">
          <Button pressed={activation === 'relu'} onPress={choose('relu')}>
            ReLU
          </Button>
          <Button pressed={activation === 'tanh'} onPress={choose('tanh')}>
            tanh
          </Button>
          <Button onPress={onChange && (() => onChange({ ...state, gain: theoryGain[activation] }))}>
            {activation === 'relu' ? texts.he : texts.lecun}
          </Button>
        </div>
      </div>
      <p className="figure-summary" aria-live="polite">
        {fill(texts.summary, {
          first: shown((spreads[0] as LayerSpread).rms),
          last: shown((spreads.at(-1) as LayerSpread).rms),
        })}{' '}
        <strong>{texts[verdict]}</strong>
      </p>
    </div>
  );
}
