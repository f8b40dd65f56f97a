import { Button, Select, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { DensityPlot } from './density-plot';
import { density, gaussianMle, logDensity, logLikelihood } from './gaussian';
import { LikelihoodMap } from './likelihood-map';
import { GAUSSIAN_DATA, type GaussianDataName, type GaussianState, MU_RANGE, SIGMA_RANGE } from './state';

const NAMES = Object.keys(GAUSSIAN_DATA) as GaussianDataName[];

/** Four significant digits, with an exponent where the zeros would be too many; − for a hyphen. */
function shown(value: number): string {
  const text = value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(2) : value.toFixed(4);
  return text.replaceAll('-', '−');
}

/** The movable Gaussian as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function GaussianView(props: {
  texts: FigureTexts<'movable-gaussian'>;
  state: GaussianState;
  onChange?: (state: GaussianState) => void;
}) {
  const { texts, state, onChange } = props;
  const { mu, sigma } = state;
  const xs = GAUSSIAN_DATA[state.data];
  const best = gaussianMle(xs);
  const sum = logLikelihood(xs, mu, sigma);
  const behind = logLikelihood(xs, best.mu, best.sigma) - sum;
  const peak = density(mu, mu, sigma);
  const set = onChange && ((change: Partial<GaussianState>) => onChange({ ...state, ...change }));
  const numbers = {
    mu: mu.toFixed(2),
    sigma: sigma.toFixed(2),
    product: shown(Math.exp(sum)),
    sum: shown(sum),
    peak: peak.toFixed(2),
    behind: behind.toFixed(2),
  };
  const summary = fill(texts.summary, numbers);
  return (
    <div className="movable-gaussian">
      <div className="figure-pair">
        <div>
          <p className="figure-note">{texts.densityTitle}</p>
          <DensityPlot xs={xs} state={state} label={fill(texts.densityLabel, numbers)} onChange={onChange} />
        </div>
        <div>
          <p className="figure-note">{texts.mapTitle}</p>
          <LikelihoodMap xs={xs} state={state} label={fill(texts.mapLabel, numbers)} onChange={onChange} />
        </div>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">x</th>
              <th scope="col">p(x)</th>
              <th scope="col">ln p(x)</th>
            </tr>
          </thead>
          <tbody>
            {xs.map((x) => (
              <tr key={x}>
                <th scope="row">{x}</th>
                <td>{shown(density(x, mu, sigma))}</td>
                <td>{shown(logDensity(x, mu, sigma))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{texts.together}</th>
              <td>{fill(texts.product, numbers)}</td>
              <td>{fill(texts.sum, numbers)}</td>
            </tr>
          </tfoot>
        </table>
        <div className="figure-controls">
          <Slider
            label={texts.mu}
            value={mu}
            {...MU_RANGE}
            text={numbers.mu}
            onChange={set && ((value) => set({ mu: value }))}
          />
          <Slider
            label={texts.sigma}
            value={sigma}
            {...SIGMA_RANGE}
            text={numbers.sigma}
            onChange={set && ((value) => set({ sigma: value }))}
          />
          <Select<(typeof NAMES)[number]>
            label={texts.data}
            value={state.data}
            options={NAMES.map((value) => ({ value, label: texts[value] }))}
            onChange={set && ((data) => set({ data }))}
          />
          <div className="figure-buttons">
            <Button onPress={set && (() => set(best))}>{texts.jump}</Button>
          </div>
        </div>
      </div>
      <p className="figure-summary" aria-live="polite">
        {summary} {behind < 0.0005 ? <strong>{texts.atMaximum}</strong> : fill(texts.below, numbers)}
        {peak > 1 && ` ${fill(texts.aboveOne, numbers)}`}
      </p>
    </div>
  );
}
