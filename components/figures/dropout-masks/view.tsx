import { tensorColor, tensorTextColor } from '@/components/ui/tensor-scale';
import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { ACTIVATIONS, averages, FULL_SUM, keptScale, maskOf, outputs } from './masks';
import { type MasksState, RATE_RANGE, STEP_RANGE } from './state';

type Texts = FigureTexts<'dropout-masks'>;

const shown = (value: number) => (+value.toFixed(2)).toString().replace('-', '−');

/** Full colour of the cells: the largest activation, doubled by rate 0.5. */
const FULL = 4;

function Row({ head, values }: { head: string; values: readonly number[] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {values.map((value, unit) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its index
          key={unit}
          style={{ background: tensorColor(value, FULL), color: tensorTextColor(value, FULL) }}
        >
          {shown(value)}
        </td>
      ))}
    </tr>
  );
}

/** The mean of the sums over the steps so far, against the sum without dropout. */
function Means({ texts, sums }: { texts: Texts; sums: number[] }) {
  const top = 2 * FULL_SUM;
  const y = (sum: number) => +(80 * (1 - Math.max(0, Math.min(sum, top)) / top)).toFixed(1);
  const x = (index: number) => +((240 * (index + 1)) / STEP_RANGE.max).toFixed(1);
  return (
    <div className="boundary-loss">
      <span className="figure-note">{texts.means}</span>
      <svg viewBox="-30 -6 276 100" role="img" aria-label={texts.means}>
        <line x1="0" x2="240" y1="80" y2="80" className="figure-axis" />
        <line x1="0" x2="240" y1={y(FULL_SUM)} y2={y(FULL_SUM)} className="dropout-full" />
        {[0, FULL_SUM].map((sum) => (
          <text key={sum} x="-4" y={y(sum) + 4} className="figure-tick" textAnchor="end">
            {shown(sum)}
          </text>
        ))}
        <text x="240" y="92" className="figure-tick" textAnchor="end">
          {STEP_RANGE.max}
        </text>
        <path d={`M${sums.map((sum, index) => `${x(index)} ${y(sum)}`).join('L')}`} className="boundary-curve" />
        <circle cx={x(sums.length - 1)} cy={y(sums.at(-1) as number)} r="3" className="regularizer-best" />
      </svg>
    </div>
  );
}

/** Dropout on one layer as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function MasksView(props: { texts: Texts; state: MasksState; onChange?: (state: MasksState) => void }) {
  const { texts, state, onChange } = props;
  const { rate, step, scaled, training } = state;
  const set = onChange && ((change: Partial<MasksState>) => onChange({ ...state, ...change }));
  const factor = keptScale(rate, scaled);
  const mask = training ? maskOf(step, rate).map((kept) => kept * factor) : ACTIVATIONS.map(() => 1);
  const output = training ? outputs(step, rate, scaled) : ACTIVATIONS;
  const { units, sums } = averages(step, rate, scaled);
  const values = {
    step,
    dropped: mask.filter((kept) => kept === 0).length,
    factor: shown(factor),
    sum: shown(output.reduce((sum, value) => sum + value, 0)),
    mean: shown(sums.at(-1) as number),
    full: shown(FULL_SUM),
  };
  return (
    <div className="boundary dropout">
      <div className="dropout-scroll">
        <table className="dropout-table">
          <tbody>
            <Row head={texts.activation} values={ACTIVATIONS} />
            <Row head={texts.mask} values={mask} />
            <Row head={texts.output} values={output} />
            <Row head={texts.average} values={units} />
          </tbody>
        </table>
      </div>
      <Means texts={texts} sums={sums} />
      <div className="boundary-side">
        <Slider
          label={texts.rate}
          value={rate}
          {...RATE_RANGE}
          text={rate.toFixed(2)}
          onChange={set && ((value) => set({ rate: +value.toFixed(2) }))}
        />
        <Slider
          label={texts.step}
          value={step}
          {...STEP_RANGE}
          text={String(step)}
          onChange={set && ((value) => set({ step: value }))}
        />
        <div className="figure-buttons">
          <Button
            primary
            disabled={!training || step === STEP_RANGE.max}
            onPress={set && (() => set({ step: step + 1 }))}
          >
            {texts.next}
          </Button>
          <Button pressed={scaled} onPress={set && (() => set({ scaled: !scaled }))}>
            {texts.scaled}
          </Button>
          <Button pressed={!training} onPress={set && (() => set({ training: !training }))}>
            {texts.evaluation}
          </Button>
        </div>
      </div>
      <p className="figure-summary boundary-summary" aria-live="polite">
        {fill(training ? texts.summary : texts.summaryEval, values)}{' '}
        <strong>{rate > 0 && !scaled ? fill(texts.shrinks, { share: shown(1 - rate) }) : ''}</strong>
      </p>
    </div>
  );
}
