import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { DataPlot } from './data-plot';
import { Landscape } from './landscape';
import { curvature, descend, isFlat, leastSquares, mse, mseGradient, regimeOf } from './regression';
import {
  DATASET_NAMES,
  type DatasetName,
  datasetOf,
  type LandscapeState,
  LOG_RATE_RANGE,
  MOST_STEPS,
  placePoint,
  placeStart,
  pointsOf,
} from './state';

type Texts = FigureTexts<'line-and-landscape'>;

export type LandscapeHandlers = {
  change: (change: Partial<LandscapeState>) => void;
  run: () => void;
  pause: () => void;
};

/** Four significant digits or so, with a true minus. */
function shown(value: number): string {
  const size = Math.abs(value);
  if (size < 5e-4) return '0.000';
  const text = size < 1000 ? value.toFixed(size < 10 ? 3 : size < 100 ? 2 : 1) : value.toExponential(1);
  return text.replaceAll('-', '−').replace('e+', 'e');
}

/** What is known at the last point of the path. */
function facts({ points, rate, start, ...state }: LandscapeState) {
  const path = descend(points, start, rate, state.steps);
  const at = path.at(-1) ?? start;
  const slope = mseGradient(points, at);
  const { steep } = curvature(points);
  const steps = path.length - 1;
  return { path, at, steps, slope, steep, loss: mse(points, at), regime: regimeOf(rate, steep), rests: isFlat(slope) };
}

/** Whether another step makes sense: not at rest, not flown off, not at the end of our patience. */
export function canStep(state: LandscapeState): boolean {
  const { rests, loss, steps } = facts(state);
  return !rests && loss < 1e9 && steps < MOST_STEPS;
}

/** The line beside its loss landscape as drawn for one state; without `on` it is the first frame, with its controls off. */
export function LandscapeView(props: {
  texts: Texts;
  state: LandscapeState;
  running: boolean;
  on?: LandscapeHandlers;
}) {
  const { texts, state, running, on } = props;
  const { points, rate } = state;
  const { path, at, steps, slope, steep, loss, regime, rests } = facts(state);
  const change = on?.change;
  const [w, b] = [shown(at[0]), shown(at[1])];
  const { best, unique } = leastSquares(points);
  const dataset = datasetOf(points);
  const left = fill(texts.leftLabel, { w, b, loss: shown(loss) });
  const right = unique
    ? fill(texts.rightLabel, { w: shown(best[0]), b: shown(best[1]), loss: shown(mse(points, best)) })
    : texts.rightFlat;
  const outcome = rests ? fill(texts.rests, { n: steps }) : texts[regime];
  return (
    <div className="landscape">
      <div className="figure-pair">
        <div>
          <p className="figure-note">{texts.left}</p>
          <DataPlot
            points={points}
            line={at}
            label={left}
            pointLabel={texts.point}
            onPoints={change && ((moved) => change({ points: moved.map(placePoint) }))}
          />
        </div>
        <div>
          <p className="figure-note">{texts.right}</p>
          <Landscape
            points={points}
            path={path}
            rate={rate}
            label={right}
            handleLabel={texts.start}
            handleText={`w ${w}, b ${b}`}
            onStart={change && ((start) => change({ start: placeStart(start), steps: 0 }))}
          />
        </div>
      </div>
      <div className="figure-controls">
        <Slider
          label={texts.rate}
          value={+Math.log10(rate).toFixed(2)}
          {...LOG_RATE_RANGE}
          text={String(rate)}
          onChange={change && ((log) => change({ rate: +(10 ** log).toPrecision(3) }))}
        />
        <Select<DatasetName | 'own'>
          label={texts.dataset}
          value={dataset ?? 'own'}
          options={[...DATASET_NAMES, ...(dataset ? [] : (['own'] as const))].map((value) => ({
            value,
            label: texts[value],
          }))}
          onChange={change && ((name) => name !== 'own' && change({ points: pointsOf(name), steps: 0 }))}
        />
        <div className="figure-buttons">
          <Button primary onPress={on && (running ? on.pause : on.run)} disabled={!running && !canStep(state)}>
            {running ? texts.pause : texts.run}
          </Button>
          <Button onPress={change && (() => change({ steps: steps + 1 }))} disabled={running || !canStep(state)}>
            {texts.step}
          </Button>
          <Button onPress={change && (() => change({ steps: 0 }))}>{texts.reset}</Button>
        </div>
      </div>
      <dl className="landscape-facts">
        {[
          [texts.loss, shown(loss)],
          ['(w, b)', `(${w}, ${b})`],
          ['∇L = (∂L/∂w, ∂L/∂b)', `(${shown(slope[0])}, ${shown(slope[1])})`],
          [texts.move, `(${shown(-rate * slope[0])}, ${shown(-rate * slope[1])})`],
          ['λmax', shown(steep)],
          ['2/λmax', shown(2 / steep)],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="figure-summary landscape-summary" aria-live={running ? 'off' : 'polite'}>
        {fill(texts.summary, { n: steps, loss: shown(loss) })} <strong>{outcome}</strong> {!unique && texts.rightFlat}
      </p>
    </div>
  );
}
