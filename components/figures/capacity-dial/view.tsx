import { Button, Slider } from '../controls';
import { fill } from '../fill';
import { curvePath, GRID, noisySample, PLOT_BOX, plotX, plotY, spaced, truth } from '../noisy-curve';
import type { FigureTexts } from '../texts';
import { ErrorColumns } from './error-columns';
import {
  coefficients,
  decompose,
  type ErrorParts,
  fitOnGrid,
  orthonormalBasis,
  testErrors,
  total,
  trainErrors,
} from './polynomial';
import { type CapacityState, DEGREE_RANGE, POINTS_RANGE, SAMPLES, SIGMA_RANGE } from './state';

/** Fits drawn at once: of the reader's sample and of the next ones. */
const FITS = 30;

const shown = (error: number) => (error < 100 ? error.toFixed(3) : error.toPrecision(3));

/** The capacity dial as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function CapacityView(props: {
  texts: FigureTexts<'capacity-dial'>;
  state: CapacityState;
  onChange?: (state: CapacityState) => void;
}) {
  const { texts, state, onChange } = props;
  const { degree, points, sigma, sample } = state;
  const set = onChange && ((change: Partial<CapacityState>) => onChange({ ...state, ...change }));

  const xs = spaced(points);
  const basis = orthonormalBasis(xs);
  const samples = Array.from({ length: FITS }, (_, s) => noisySample(xs, sigma, sample + s));
  const fitted = samples.map((ys) => coefficients(basis, ys));
  const fits = fitted.map((c) => fitOnGrid(basis, c, degree));
  const mean = GRID.map((_, j) => fits.reduce((sum, fit) => sum + (fit[j] as number) / FITS, 0));
  const [ys, c] = [samples[0] as number[], fitted[0] as number[]];

  const parts = decompose(basis, xs, sigma);
  const here = parts[degree] as ErrorParts;
  const train = trainErrors(basis, ys);
  const test = testErrors(basis, c, sigma);
  const best = parts.reduce((low, part, d) => (total(part) < total(parts[low] as ErrorParts) ? d : low), 0);
  const verdict = degree === best ? texts.best : here.bias2 > here.variance ? texts.stiff : texts.free;

  return (
    <div className="capacity-dial">
      <div className="figure-pair">
        <div>
          <svg className="curve-plot" viewBox={PLOT_BOX} role="img" aria-label={texts.plot}>
            <g className="curve-cloud">
              {fits.slice(1).map((fit, s) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fit is its sample
                <path key={s} d={curvePath(fit)} />
              ))}
            </g>
            <path d={curvePath(GRID.map(truth))} data-part="truth" />
            <path d={curvePath(mean)} data-part="mean" />
            <path d={curvePath(fits[0] as Float64Array)} data-part="fit" />
            {xs.map((x, i) => (
              <circle key={x} cx={plotX(x)} cy={plotY(ys[i] as number)} r="3.5" data-part="points" />
            ))}
          </svg>
          <p className="figure-key" aria-hidden="true">
            {(['points', 'truth', 'fit', 'cloud', 'mean'] as const).map((name) => (
              <span key={name} data-part={name}>
                {texts[`${name}Key`]}
              </span>
            ))}
          </p>
        </div>
        <ErrorColumns
          texts={texts}
          parts={parts}
          degree={degree}
          train={train}
          test={test}
          label={fill(texts.errors, {
            best,
            list: parts.map((part, d) => `${d}: ${shown(total(part))}`).join(', '),
          })}
        />
      </div>
      <div className="figure-controls">
        <Slider
          label={texts.degree}
          value={degree}
          {...DEGREE_RANGE}
          text={String(degree)}
          onChange={set && ((value) => set({ degree: value }))}
        />
        <Slider
          label={texts.pointsPerSample}
          value={points}
          {...POINTS_RANGE}
          text={String(points)}
          onChange={set && ((value) => set({ points: value }))}
        />
        <Slider
          label={texts.sigma}
          value={sigma}
          {...SIGMA_RANGE}
          text={sigma.toFixed(2)}
          onChange={set && ((value) => set({ sigma: value }))}
        />
        <div className="figure-buttons">
          <Button primary onPress={set && (() => set({ sample: (sample % SAMPLES) + 1 }))}>
            {texts.resample}
          </Button>
        </div>
      </div>
      <p className="figure-summary steady-summary" aria-live="polite">
        {fill(texts.summary, {
          degree,
          bias2: shown(here.bias2),
          variance: shown(here.variance),
          noise: shown(here.noise),
          total: shown(total(here)),
          train: shown(train[degree] as number),
          test: shown(test[degree] as number),
        })}{' '}
        <strong>{verdict}</strong>
      </p>
    </div>
  );
}
