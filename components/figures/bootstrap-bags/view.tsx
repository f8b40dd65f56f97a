import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import { curvePath, GRID, PLOT_BOX, plotX, plotY, stepPath, truth } from '../noisy-curve';
import type { FigureTexts } from '../texts';
import { BagTable } from './bag-table';
import { type Bag, drawBags, EXAMPLES, expectedOutOfBag, outOfBagShare } from './bags';
import { ErrorChart } from './error-chart';
import { distanceFromTruth, MODELS, type ModelName, modelOnGrid, runningMeans, trainingX, trainingY } from './models';
import { BAGS_RANGE, type BagsState, PICTURED, SEEDS } from './state';

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number) => (100 * share).toFixed(1);

/** The training set, the models of the bags, the one looked at, their average, and the curve that is sought. */
function Curves(props: {
  label: string;
  model: ModelName;
  models: readonly Float64Array[];
  average: Float64Array;
  shown: number;
  bag: Bag;
}) {
  const { models, shown, bag } = props;
  const draw = props.model === 'tree' ? stepPath : curvePath;
  return (
    <svg className="curve-plot" viewBox={PLOT_BOX} role="img" aria-label={props.label}>
      <g className="curve-cloud">
        {models.map((model, b) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a model is that of its bag
          <path key={b} d={draw(model)} />
        ))}
      </g>
      <path d={curvePath(GRID.map(truth))} data-part="truth" />
      <path d={draw(models[shown - 1] as Float64Array)} data-part="fit" />
      <path d={draw(props.average)} data-part="mean" />
      {trainingX.map((x, i) => (
        <circle
          key={x}
          cx={plotX(x)}
          cy={plotY(trainingY[i] as number)}
          r="3.5"
          data-part={bag[i] === 0 ? 'out' : 'points'}
        />
      ))}
    </svg>
  );
}

/** The bootstrap bags as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function BagsView(props: {
  texts: FigureTexts<'bootstrap-bags'>;
  state: BagsState;
  onChange?: (state: BagsState) => void;
}) {
  const { texts, state, onChange } = props;
  const { bags: count, shown, model, seed } = state;
  const set = onChange && ((change: Partial<BagsState>) => onChange({ ...state, ...change }));

  const all = drawBags(BAGS_RANGE.max, seed);
  const bags = all.slice(0, count);
  const models = all.map((bag) => modelOnGrid(model, bag));
  const averages = runningMeans(models);
  const errors = averages.map(distanceFromTruth);
  const whole = distanceFromTruth(modelOnGrid(model, Array<number>(EXAMPLES).fill(1)));
  const single = meanOf(models.slice(0, count).map(distanceFromTruth));
  const averaged = errors[count - 1] as number;
  const bag = all[shown - 1] as Bag;
  const last = Math.min(PICTURED, count);

  return (
    <div className="bootstrap-bags">
      <BagTable texts={texts} bags={bags} shown={shown} />
      <div className="figure-pair">
        <div>
          <Curves
            label={fill(texts.plot, { shown })}
            model={model}
            models={models.slice(0, count)}
            average={averages[count - 1] as Float64Array}
            shown={shown}
            bag={bag}
          />
          <p className="figure-key" aria-hidden="true">
            {(['truth', 'fit', 'mean', 'points', 'out'] as const).map((name) => (
              <span key={name} data-part={name}>
                {fill(texts[`${name}Key`], { shown })}
              </span>
            ))}
          </p>
        </div>
        <ErrorChart
          texts={texts}
          errors={errors}
          bags={count}
          whole={whole}
          label={fill(texts.errors, {
            first: (errors[0] as number).toFixed(3),
            last: (errors.at(-1) as number).toFixed(3),
            whole: whole.toFixed(3),
          })}
        />
      </div>
      <div className="figure-controls">
        <Slider
          label={texts.bags}
          value={count}
          {...BAGS_RANGE}
          text={String(count)}
          onChange={set && ((value) => set({ bags: value, shown: Math.min(shown, value) }))}
        />
        <Slider
          label={texts.shown}
          value={shown}
          min={1}
          max={last}
          step={1}
          text={String(shown)}
          onChange={set && ((value) => set({ shown: value }))}
        />
        <Select<ModelName>
          label={texts.model}
          value={model}
          options={MODELS.map((value) => ({ value, label: texts[value] }))}
          onChange={set && ((value) => set({ model: value }))}
        />
        <div className="figure-buttons">
          <Button primary onPress={set && (() => set({ seed: (seed % SEEDS) + 1 }))}>
            {texts.redraw}
          </Button>
        </div>
      </div>
      <p className="figure-summary steady-summary" aria-live="polite">
        {fill(texts.summary, {
          shown,
          outOfShown: Math.round(EXAMPLES * outOfBagShare(bag)),
          n: EXAMPLES,
          bags: count,
          out: percent(meanOf(bags.map(outOfBagShare))),
          expected: percent(expectedOutOfBag(EXAMPLES)),
          single: single.toFixed(3),
          averaged: averaged.toFixed(3),
          spread: (single - averaged).toFixed(3),
          whole: whole.toFixed(3),
        })}
      </p>
    </div>
  );
}
