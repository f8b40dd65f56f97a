import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { crossEntropy, entropy, klDivergence, klTerms, normalize } from './divergence';
import { Decomposition, Histograms } from './drawings';
import { KL_PRESETS, type KlState, WEIGHT_RANGE, weightFor, withWeight } from './state';

/** Three decimals; infinity as itself, − for a hyphen. */
function shown(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  return (Math.abs(value) < 0.0005 ? 0 : value).toFixed(3).replace('-', '−');
}

/** The KL lab as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function KlView(props: { texts: FigureTexts<'kl-lab'>; state: KlState; onChange?: (state: KlState) => void }) {
  const { texts, state, onChange } = props;
  const [p, q] = [normalize(state.p), normalize(state.q)];
  const [forward, backward] = [klDivergence(p, q), klDivergence(q, p)];
  const [forwardTerms, backwardTerms] = [klTerms(p, q), klTerms(q, p)];
  const numbers = {
    hp: shown(entropy(p)),
    hq: shown(entropy(q)),
    hpq: shown(crossEntropy(p, q)),
    hqp: shown(crossEntropy(q, p)),
    forward: shown(forward),
    backward: shown(backward),
  };
  const summary = fill(texts.summary, numbers);
  const verdict = forward === 0 ? texts.equal : Number.isFinite(forward + backward) ? '' : texts.infinite;
  const press = (next: KlState) => onChange && (() => onChange(next));
  return (
    <div className="kl-lab">
      <div className="figure-pair">
        <div>
          <p className="figure-note">
            <span className="kl-key" data-series="p">
              p
            </span>{' '}
            <span className="kl-key" data-series="q">
              q
            </span>{' '}
            {texts.histograms}
          </p>
          <Histograms
            p={p}
            q={q}
            label={fill(texts.histogramsLabel, { p: p.map(shown).join(', '), q: q.map(shown).join(', ') })}
            onDrag={
              onChange &&
              ((which, k, share) => onChange(withWeight(state, which, k, weightFor(state[which], k, share))))
            }
          />
          <Decomposition
            label={summary}
            rows={[
              { name: fill(texts.splitP, numbers), entropy: entropy(p), kl: forward },
              { name: fill(texts.splitQ, numbers), entropy: entropy(q), kl: backward },
            ]}
          />
        </div>
        <div>
          <table className="figure-table">
            <thead>
              <tr>
                <th scope="col">{texts.bin}</th>
                <th scope="col">p</th>
                <th scope="col">q</th>
                <th scope="col">p ln(p/q)</th>
                <th scope="col">q ln(q/p)</th>
              </tr>
            </thead>
            <tbody>
              {p.map((pk, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its index
                <tr key={k}>
                  <th scope="row">{'ABCD'[k]}</th>
                  <td>{pk.toFixed(2)}</td>
                  <td>{q[k]?.toFixed(2)}</td>
                  <td data-broken={!Number.isFinite(forwardTerms[k])}>{shown(forwardTerms[k] as number)}</td>
                  <td data-broken={!Number.isFinite(backwardTerms[k])}>{shown(backwardTerms[k] as number)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">Σ</th>
                <td>1</td>
                <td>1</td>
                <td data-broken={!Number.isFinite(forward)}>{numbers.forward}</td>
                <td data-broken={!Number.isFinite(backward)}>{numbers.backward}</td>
              </tr>
            </tfoot>
          </table>
          <div className="kl-weights">
            {p.flatMap((_, k) =>
              (['p', 'q'] as const).map((which) => (
                <Slider
                  key={`${which}${'ABCD'[k]}`}
                  label={fill(texts.weight, { which, bin: 'ABCD'[k] as string })}
                  value={state[which][k] as number}
                  {...WEIGHT_RANGE}
                  text={String(state[which][k])}
                  onChange={onChange && ((weight) => onChange(withWeight(state, which, k, weight)))}
                />
              )),
            )}
          </div>
        </div>
      </div>
      <div className="figure-buttons">
        <Button onPress={press({ p: state.q, q: state.p })}>{texts.swap}</Button>
        <Button onPress={press({ p: state.p, q: state.p })}>{texts.copy}</Button>
        <Button onPress={press(KL_PRESETS.worked)}>{texts.worked}</Button>
        <Button onPress={press(KL_PRESETS.missing)}>{texts.missing}</Button>
      </div>
      <p className="figure-summary" aria-live="polite">
        {summary} {verdict && <strong>{verdict}</strong>}
      </p>
    </div>
  );
}
