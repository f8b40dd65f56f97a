import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { type Moment, momentsOf, PROBE, STEPS, scatter, truth } from './batches';
import { type BatchState, MOMENTA, SIZES } from './state';

type Texts = FigureTexts<'batchnorm-lab'>;

const WIDTH = 240;
const HEIGHT = 84;
const shown = (value: number) => value.toFixed(2).replace('-', '−');

/** One quantity over the steps: a dot for each batch, a line for what evaluation uses, dashes for the truth. */
function Chart(props: {
  title: string;
  range: [number, number];
  moments: Moment[];
  dot: (moment: Moment) => number;
  line: (moment: Moment) => number;
  exact?: (step: number) => number;
}) {
  const { title, range, moments, dot, line, exact } = props;
  const [low, high] = range;
  const x = (index: number) => +((WIDTH * (index + 1)) / STEPS).toFixed(1);
  const y = (value: number) => +(HEIGHT * (1 - (Math.max(low, Math.min(high, value)) - low) / (high - low))).toFixed(1);
  const path = (values: number[]) => `M${values.map((value, index) => `${x(index)} ${y(value)}`).join('L')}`;
  return (
    <div className="boundary-loss">
      <span className="figure-note">{title}</span>
      <svg viewBox={`-26 -6 ${WIDTH + 32} ${HEIGHT + 12}`} role="img" aria-label={title}>
        {[low, (low + high) / 2, high].map((value) => (
          <g key={value}>
            <line x1="0" x2={WIDTH} y1={y(value)} y2={y(value)} className="figure-axis" />
            <text x="-4" y={y(value) + 4} className="figure-tick" textAnchor="end">
              {String(value).replace('-', '−')}
            </text>
          </g>
        ))}
        {exact && (
          <path d={path(Array.from({ length: STEPS }, (_, i) => exact(i + 1)))} className="regularizer-before" />
        )}
        {moments.map((moment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a batch is its step
          <circle key={index} cx={x(index)} cy={y(dot(moment))} r="2" className="batchnorm-dot" />
        ))}
        <path d={path(moments.map(line))} className="boundary-curve" />
      </svg>
    </div>
  );
}

/** The batch norm lab as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function BatchView(props: { texts: Texts; state: BatchState; onChange?: (state: BatchState) => void }) {
  const { texts, state, onChange } = props;
  const set = onChange && ((change: Partial<BatchState>) => onChange({ ...state, ...change }));
  const moments = momentsOf(state, state.step);
  const now = moments.at(-1) as Moment;
  const choice = (key: 'size' | 'momentum', list: readonly number[]) => (
    <Slider
      label={texts[key]}
      value={list.indexOf(state[key])}
      min={0}
      max={list.length - 1}
      step={1}
      text={String(state[key])}
      onChange={set && ((index) => set({ [key]: list[index] ?? state[key] }))}
    />
  );
  return (
    <div className="boundary batchnorm">
      <Chart
        title={texts.mean}
        range={[-2, 8]}
        moments={moments}
        dot={({ mean }) => mean}
        line={({ runningMean }) => runningMean}
        exact={(step) => truth(step, state.drift).mean}
      />
      <Chart
        title={texts.deviation}
        range={[0, 4]}
        moments={moments}
        dot={({ variance }) => Math.sqrt(variance)}
        line={({ runningVariance }) => Math.sqrt(runningVariance)}
        exact={(step) => truth(step, state.drift).deviation}
      />
      <Chart
        title={fill(texts.probe, { x: PROBE })}
        range={[-2, 4]}
        moments={moments}
        dot={({ trained }) => trained}
        line={({ evaluated }) => evaluated}
        exact={(step) => (PROBE - truth(step, state.drift).mean) / truth(step, state.drift).deviation}
      />
      <div className="boundary-side">
        <div className="figure-buttons">
          <Button primary disabled={state.step === STEPS} onPress={set && (() => set({ step: state.step + 1 }))}>
            {texts.next}
          </Button>
          <Button pressed={state.drift} onPress={set && (() => set({ drift: !state.drift }))}>
            {texts.drift}
          </Button>
        </div>
        <Slider
          label={texts.step}
          value={state.step}
          min={1}
          max={STEPS}
          step={1}
          text={String(state.step)}
          onChange={set && ((step) => set({ step }))}
        />
        {choice('size', SIZES)}
        {choice('momentum', MOMENTA)}
        <p className="figure-note regularizer-legend">
          <span data-line="batch">{texts.batchKey}</span> <span data-line="train">{texts.runningKey}</span>{' '}
          <span data-line="before">{texts.truthKey}</span>
        </p>
      </div>
      <p className="figure-summary boundary-summary" aria-live="polite">
        {fill(texts.summary, {
          step: state.step,
          mean: shown(now.mean),
          deviation: shown(Math.sqrt(now.variance)),
          runningMean: shown(now.runningMean),
          runningDeviation: shown(Math.sqrt(now.runningVariance)),
          x: PROBE,
          trained: shown(now.trained),
          evaluated: shown(now.evaluated),
          scatter: shown(scatter(moments)),
        })}
      </p>
    </div>
  );
}
