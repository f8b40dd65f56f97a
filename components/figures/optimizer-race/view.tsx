import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { Losses } from './losses';
import { OPTIMIZERS, type OptimizerName } from './optimizers';
import { Plane } from './plane';
import { type Run, runsOf, shown } from './runs';
import { DECAY_RANGE, MOMENTUM_RANGE, onSurface, RATES, type RaceState, STEPS } from './state';
import { KAPPA_RANGE, SURFACES, type SurfaceName, surfaceOf } from './surfaces';
import { Table } from './table';

type Texts = FigureTexts<'optimizer-race'>;

function summarize(texts: Texts, state: RaceState, runs: Run[]): string {
  const alive = runs.filter((run) => !run.diverged);
  const last = (run: Run) => run.losses.at(-1) as number;
  const best = alive.reduce<Run | null>((least, run) => (least && last(least) <= last(run) ? least : run), null);
  const gone = runs.filter((run) => run.diverged).map((run) => texts[run.name]);
  return [
    best
      ? fill(texts.summary, { step: state.step, name: texts[best.name], loss: shown(last(best)) })
      : fill(texts.summaryNone, { step: state.step }),
    gone.length > 0 ? fill(texts.gone, { names: gone.join(', ') }) : '',
  ].join(' ');
}

/** The race at one moment; without `on` it is the first frame, with its controls off. */
export function RaceView(props: {
  texts: Texts;
  state: RaceState;
  contours: string[];
  running: boolean;
  on?: { change: (state: RaceState) => void; play: () => void; pause: () => void };
}) {
  const { texts, state, running, on } = props;
  const runs = runsOf(state);
  const { box } = surfaceOf(state.surface, state.kappa);
  const summary = summarize(texts, state, runs);
  const set = on && ((change: Partial<RaceState>) => on.change({ ...state, ...change }));
  const rate = (key: 'rate' | 'adaptiveRate') => (
    <Slider
      label={texts[key]}
      value={RATES.indexOf(state[key])}
      min={0}
      max={RATES.length - 1}
      step={1}
      text={String(state[key])}
      onChange={set && ((index) => set({ [key]: RATES[index] ?? state[key] }))}
    />
  );
  const toggle = (name: OptimizerName) => {
    const next = OPTIMIZERS.filter((one) => (one === name) !== state.shown.includes(one));
    if (next.length > 0) set?.({ shown: next });
  };
  return (
    <div className="boundary race">
      <Plane
        state={state}
        runs={runs}
        contours={props.contours}
        label={`${texts[state.surface]}. ${summary}`}
        onStart={set && ((start) => set({ start }))}
      />
      <div className="boundary-side">
        <div className="figure-buttons">
          <Button primary onPress={on && (running ? on.pause : on.play)}>
            {running ? texts.pause : texts.play}
          </Button>
          <Button disabled={running || state.step === STEPS} onPress={set && (() => set({ step: state.step + 1 }))}>
            {texts.one}
          </Button>
          <Button onPress={set && (() => set({ step: 0 }))}>{texts.reset}</Button>
        </div>
        <Slider
          label={texts.step}
          value={state.step}
          min={0}
          max={STEPS}
          step={1}
          text={String(state.step)}
          onChange={set && ((step) => set({ step }))}
        />
        <Losses title={texts.losses} runs={runs} />
        <Select<SurfaceName>
          label={texts.surface}
          value={state.surface}
          options={SURFACES.map((value) => ({ value, label: texts[value] }))}
          onChange={on && ((surface) => on.change(onSurface(state, surface)))}
        />
      </div>
      <div className="figure-controls race-controls">
        <Slider
          label={texts.kappa}
          value={state.kappa}
          {...KAPPA_RANGE}
          text={state.surface === 'ellipse' ? String(state.kappa) : '–'}
          onChange={set && state.surface === 'ellipse' ? (kappa) => set({ kappa }) : undefined}
        />
        {rate('rate')}
        {rate('adaptiveRate')}
        <Slider
          label={texts.momentumOf}
          value={state.momentum}
          {...MOMENTUM_RANGE}
          text={state.momentum.toFixed(2)}
          onChange={set && ((momentum) => set({ momentum }))}
        />
        <Slider
          label={texts.decay}
          value={state.decay}
          {...DECAY_RANGE}
          text={state.decay.toFixed(2)}
          onChange={set && ((decay) => set({ decay }))}
        />
        {(['x', 'y'] as const).map((axis, index) => (
          <Slider
            key={axis}
            label={fill(texts.start, { axis })}
            value={state.start[index] as number}
            min={index === 0 ? box.left : box.bottom}
            max={(index === 0 ? box.left : box.bottom) + box.side}
            step={0.01}
            text={(state.start[index] as number).toFixed(2).replace('-', '−')}
            onChange={
              set && ((value) => set({ start: index === 0 ? [value, state.start[1]] : [state.start[0], value] }))
            }
          />
        ))}
      </div>
      <Table texts={texts} state={state} runs={runs} toggle={set && toggle} />
      <p className="figure-summary boundary-summary" aria-live={running ? 'off' : 'polite'}>
        {summary}
      </p>
    </div>
  );
}
