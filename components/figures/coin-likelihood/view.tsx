import { tensorColor, tensorTextColor } from '@/components/ui/tensor-scale';
import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { areaUnderLikelihood, binomial, outcomes, THETAS } from './binomial';
import { type CoinState, TENTHS, TOSSES } from './state';

type Texts = FigureTexts<'coin-likelihood'>;

/** Every coin (rows) with every number of heads (columns), in per cent; the row or the column that is read is framed. */
function CoinTable({ texts, state }: { texts: Texts; state: CoinState }) {
  const { n, k, tenths, reading } = state;
  return (
    <table className="coin-table">
      <caption className="figure-note">{fill(texts.tableTitle, { n })}</caption>
      <thead>
        <tr>
          <th scope="col">θ</th>
          {outcomes(n, 0).map((_, heads) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number of heads
            <th key={heads} scope="col" data-read={reading === 'column' && heads === k && reading}>
              {heads}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {THETAS.map((theta, row) => (
          <tr key={theta}>
            <th scope="row" data-read={reading === 'row' && row === tenths && reading}>
              {theta.toFixed(1)}
            </th>
            {outcomes(n, theta).map((p, heads) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number of heads
                key={heads}
                data-read={(reading === 'row' ? row === tenths : heads === k) && reading}
                style={{ background: tensorColor(p, 1), color: tensorTextColor(p, 1) }}
              >
                {Math.round(100 * p)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is read, drawn: bars over the outcomes of one coin, or the likelihood of one outcome over all coins. */
function Reading({ state, label }: { state: CoinState; label: string }) {
  const { n, k, tenths, reading } = state;
  const theta = tenths / 10;
  const row = outcomes(n, theta);
  const curve = Array.from({ length: 101 }, (_, i) => binomial(k, n, i / 100));
  const top = Math.max(...(reading === 'row' ? row : curve));
  const yOf = (p: number) => (180 - (165 * p) / top).toFixed(2);
  const thetaX = (value: number) => 36 + 272 * value;
  const slot = 272 / (n + 1);
  return (
    <svg className="figure-plot" viewBox="0 0 320 200" role="img" aria-label={label}>
      <line x1="36" y1="180" x2="308" y2="180" className="figure-axis" />
      <text x="32" y="19" className="figure-tick" textAnchor="end">
        {top.toFixed(2)}
      </text>
      <text x="32" y="184" className="figure-tick" textAnchor="end">
        0
      </text>
      {reading === 'row' ? (
        row.map((p, heads) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its number of heads
          <g key={heads}>
            <rect
              className={heads === k ? 'figure-bar-2' : 'figure-bar-1'}
              x={(36 + slot * (heads + 0.12)).toFixed(2)}
              y={yOf(p)}
              width={(0.76 * slot).toFixed(2)}
              height={((165 * p) / top).toFixed(2)}
            />
            <text x={(36 + slot * (heads + 0.5)).toFixed(2)} y="195" className="figure-tick" textAnchor="middle">
              {heads}
            </text>
          </g>
        ))
      ) : (
        <>
          <path
            className="figure-area"
            d={`M36 180L${curve.map((p, i) => `${thetaX(i / 100).toFixed(1)} ${yOf(p)}`).join('L')}L308 180Z`}
          />
          <path
            className="figure-line"
            d={`M${curve.map((p, i) => `${thetaX(i / 100).toFixed(1)} ${yOf(p)}`).join('L')}`}
          />
          <g className="figure-stems">
            <line x1={thetaX(theta)} y1="180" x2={thetaX(theta)} y2={yOf(binomial(k, n, theta))} />
            <circle cx={thetaX(theta)} cy={yOf(binomial(k, n, theta))} r="4" />
          </g>
          {[0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => (
            <text key={value} x={thetaX(value)} y="195" className="figure-tick" textAnchor="middle">
              {value}
            </text>
          ))}
        </>
      )}
    </svg>
  );
}

/** The coin table as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function CoinView(props: { texts: Texts; state: CoinState; onChange?: (state: CoinState) => void }) {
  const { texts, state, onChange } = props;
  const { n, k, tenths, reading } = state;
  const theta = tenths / 10;
  const p = binomial(k, n, theta);
  const set = onChange && ((change: Partial<CoinState>) => onChange({ ...state, ...change }));
  const summary = fill(reading === 'row' ? texts.rowSummary : texts.columnSummary, {
    n,
    k,
    theta: theta.toFixed(1),
    p: p.toFixed(4),
    sum: THETAS.reduce((total, one) => total + binomial(k, n, one), 0).toFixed(3),
    area: areaUnderLikelihood(k, n).toFixed(4),
    ratio: (p / binomial(k, n, 0.5)).toFixed(3),
    best: (k / n).toFixed(2),
  });
  return (
    <div className="coin-likelihood">
      <div className="figure-buttons">
        <Button pressed={reading === 'row'} onPress={set && (() => set({ reading: 'row' }))}>
          {texts.row}
        </Button>
        <Button pressed={reading === 'column'} onPress={set && (() => set({ reading: 'column' }))}>
          {texts.column}
        </Button>
      </div>
      <div className="figure-pair">
        <CoinTable texts={texts} state={state} />
        <div>
          <p className="figure-note">
            {fill(reading === 'row' ? texts.rowTitle : texts.columnTitle, { n, k, theta: theta.toFixed(1) })}
          </p>
          <Reading state={state} label={summary} />
        </div>
      </div>
      <div className="figure-controls">
        <Slider
          label={texts.tosses}
          value={n}
          {...TOSSES}
          text={String(n)}
          onChange={set && ((value) => set({ n: value, k: Math.min(k, value) }))}
        />
        <Slider
          label={texts.heads}
          value={k}
          min={0}
          max={n}
          step={1}
          text={String(k)}
          onChange={set && ((value) => set({ k: value }))}
        />
        <Slider
          label={texts.theta}
          value={tenths}
          {...TENTHS}
          text={theta.toFixed(1)}
          onChange={set && ((value) => set({ tenths: value }))}
        />
      </div>
      <p className="figure-summary" aria-live="polite">
        {summary}
      </p>
    </div>
  );
}
