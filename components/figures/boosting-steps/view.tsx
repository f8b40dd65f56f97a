import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import { curvePath, GRID, PLOT_BOX, plotX, plotY, stepPath, truth } from '../noisy-curve';
import type { FigureTexts } from '../texts';
import { type Boosted, boost, stumpAt, testError, trainError, trainingX, trainingY } from './boost';
import { ErrorCurves } from './error-curves';
import { type BoostState, RATES, ROUNDS_RANGE } from './state';

/** The training set, the model so far, the stump that came last, and the curve that is sought. */
function Model({ label, here }: { label: string; here: Boosted }) {
  const { stump } = here;
  return (
    <svg className="curve-plot" viewBox={PLOT_BOX} role="img" aria-label={label}>
      {stump && <path d={stepPath(GRID.map((x) => stumpAt(stump, x)))} data-part="stump" />}
      <path d={curvePath(GRID.map(truth))} data-part="truth" />
      <path d={stepPath(here.onGrid)} data-part="fit" />
      {trainingX.map((x, i) => (
        <circle key={x} cx={plotX(x)} cy={plotY(trainingY[i] as number)} r="3.5" data-part="points" />
      ))}
    </svg>
  );
}

/** The boosting steps as drawn for one state; without `onChange` they are the first frame, with the controls off. */
export function BoostView(props: {
  texts: FigureTexts<'boosting-steps'>;
  state: BoostState;
  onChange?: (state: BoostState) => void;
}) {
  const { texts, state, onChange } = props;
  const { rounds, rate } = state;
  const set = onChange && ((change: Partial<BoostState>) => onChange({ ...state, ...change }));
  const stages = boost(ROUNDS_RANGE.max, rate);
  const here = stages[rounds] as Boosted;
  const train = stages.map(trainError);
  const test = stages.map(testError);
  const best = test.indexOf(Math.min(...test));
  return (
    <div className="boosting-steps">
      <div className="figure-pair">
        <div>
          <Model label={texts.plot} here={here} />
          <p className="figure-key" aria-hidden="true">
            {(['points', 'truth', 'fit', 'stump'] as const).map((name) => (
              <span key={name} data-part={name}>
                {texts[`${name}Key`]}
              </span>
            ))}
          </p>
        </div>
        <ErrorCurves
          texts={texts}
          train={train}
          test={test}
          rounds={rounds}
          label={fill(texts.errors, {
            train: (train.at(-1) as number).toFixed(3),
            test: (test[best] as number).toFixed(3),
            best,
            last: ROUNDS_RANGE.max,
          })}
        />
      </div>
      <div className="figure-controls">
        <Slider
          label={texts.rounds}
          value={rounds}
          {...ROUNDS_RANGE}
          text={String(rounds)}
          onChange={set && ((value) => set({ rounds: value }))}
        />
        <Select
          label={texts.rate}
          value={String(rate)}
          options={RATES.map((one) => ({ value: String(one), label: String(one) }))}
          onChange={set && ((value) => set({ rate: Number(value) }))}
        />
        <div className="figure-buttons">
          <Button primary onPress={set && (() => set({ rounds: rounds + 1 }))} disabled={rounds === ROUNDS_RANGE.max}>
            {texts.more}
          </Button>
          <Button onPress={set && (() => set({ rounds: 0 }))}>{texts.reset}</Button>
        </div>
      </div>
      <p className="figure-summary steady-summary" aria-live="polite">
        {fill(texts.summary, {
          rounds,
          train: (train[rounds] as number).toFixed(3),
          test: (test[rounds] as number).toFixed(3),
          best,
        })}{' '}
        <strong>{rounds < best ? texts.early : rounds === best ? texts.best : texts.late}</strong>
      </p>
    </div>
  );
}
