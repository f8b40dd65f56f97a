import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { entropyBits, softmax32 } from './softmax';
import { LOG_TEMPERATURE_RANGE, LOGIT_RANGE, SHIFT_RANGE, type SoftmaxState } from './state';

/** A number as the table shows it: fixed places, `∞` and `NaN` as themselves. */
function shown(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return '∞';
  if (value === 0 || (value >= 0.001 && value < 10_000)) return value.toFixed(4);
  return value.toExponential(2);
}

/** The softmax lab as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function SoftmaxView(props: {
  texts: FigureTexts<'softmax-lab'>;
  state: SoftmaxState;
  onChange?: (state: SoftmaxState) => void;
}) {
  const { texts, state, onChange } = props;
  const { logits, shift, temperature, naive } = state;
  const terms = softmax32(
    logits.map((z) => z + shift),
    temperature,
    naive,
  );
  const set = (change: Partial<SoftmaxState>) => onChange?.({ ...state, ...change });
  const broken = terms.some((term) => Number.isNaN(term.p));
  const largest = terms.reduce((best, term, k) => (term.p > (terms[best]?.p ?? 0) ? k : best), 0);
  const summary = broken
    ? texts.summaryBroken
    : fill(texts.summary, {
        best: largest + 1,
        p: (100 * (terms[largest]?.p ?? 0)).toFixed(1),
        bits: entropyBits(terms.map((term) => term.p)).toFixed(2),
      });
  return (
    <div className="softmax-lab">
      <table className="softmax-table">
        <thead>
          <tr>
            <th scope="col">{texts.class}</th>
            <th scope="col">{texts.logit}</th>
            <th scope="col">{naive ? texts.expNaive : texts.expStable}</th>
            <th scope="col">{texts.probability}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a class is its index
            <tr key={k}>
              <th scope="row">{k + 1}</th>
              <td>
                <Slider
                  label={<span className="visually-hidden">{fill(texts.logitOf, { k: k + 1 })}</span>}
                  value={logits[k] ?? 0}
                  {...LOGIT_RANGE}
                  text={((logits[k] ?? 0) + shift).toFixed(1)}
                  onChange={onChange && ((z) => set({ logits: logits.map((old, j) => (j === k ? z : old)) }))}
                />
              </td>
              <td data-broken={!Number.isFinite(term.exp)}>
                <span className="softmax-exponent">exp({term.exponent.toFixed(1)}) =</span> {shown(term.exp)}
              </td>
              <td data-broken={Number.isNaN(term.p)}>
                <span className="softmax-bar" aria-hidden="true">
                  <span style={{ width: `${Number.isNaN(term.p) ? 0 : 100 * term.p}%` }} />
                </span>
                <span className="softmax-p">{shown(term.p)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="figure-controls">
        <Slider
          label={texts.shift}
          value={shift}
          {...SHIFT_RANGE}
          text={`+${shift}`}
          onChange={onChange && ((value) => set({ shift: value }))}
        />
        <Slider
          label={texts.temperature}
          value={+Math.log10(temperature).toFixed(2)}
          {...LOG_TEMPERATURE_RANGE}
          text={temperature.toFixed(2)}
          onChange={onChange && ((log) => set({ temperature: +(10 ** log).toFixed(3) }))}
        />
        <div className="figure-buttons">
          <Button pressed={naive} onPress={onChange && (() => set({ naive: true }))}>
            {texts.naive}
          </Button>
          <Button pressed={!naive} onPress={onChange && (() => set({ naive: false }))}>
            {texts.stable}
          </Button>
        </div>
      </div>
      <p className="figure-summary" aria-live="polite" data-broken={broken}>
        {summary}
      </p>
    </div>
  );
}
