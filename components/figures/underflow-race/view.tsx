import { Button, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { judgeProduct, LN_NORMAL, LN_SMALLEST, race32, truePower, type UnderflowPoint } from './race';
import { N_RANGE, P_RANGE, type UnderflowState } from './state';

type Texts = FigureTexts<'underflow-race'>;

const WIDTH = 276;
const HEIGHT = 170;
/** The logarithm at the lower edge. */
const BOTTOM = -220;

const xOf = (n: number) => ((WIDTH * n) / N_RANGE.max).toFixed(1);
const yOf = (log: number) => ((HEIGHT * log) / BOTTOM).toFixed(1);
const line = (logs: number[]) => logs.map((log, n) => `${n ? 'L' : 'M'}${xOf(n)} ${yOf(log)}`).join('');

const minus = (text: string) => text.replaceAll('-', '−');

/** Both runners by their logarithm; the product ends where float32 has no number left for it. */
function Track({ points, p, texts, label }: { points: UnderflowPoint[]; p: number; texts: Texts; label: string }) {
  const alive = points.filter(({ product }) => product > 0);
  const last = alive.length - 1;
  const dead = alive.length < points.length;
  return (
    <svg className="figure-plot" viewBox="-32 -8 320 206" role="img" aria-label={label}>
      <svg x="0" y="0" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect y={yOf(LN_NORMAL)} width={WIDTH} height={HEIGHT} className="underflow-thin" />
        <rect y={yOf(LN_SMALLEST)} width={WIDTH} height={HEIGHT} className="underflow-none" />
        <path d={line(alive.map(({ product }) => Math.log(product)))} className="underflow-product" />
        <path d={line(points.map(({ logSum }) => logSum))} className="figure-line" />
        {dead && (
          <path
            className="underflow-end"
            transform={`translate(${xOf(last)} ${yOf(last * Math.log(p))})`}
            d="M-6-6L6 6M-6 6L6-6"
          />
        )}
      </svg>
      <line x1="0" y1="0" x2="0" y2={HEIGHT} className="figure-axis" />
      <line x1="0" y1="0" x2={WIDTH} y2="0" className="figure-axis" />
      {[0, -100, -200].map((log) => (
        <text key={log} x="-5" y={Number(yOf(log)) + 4} className="figure-tick" textAnchor="end">
          {minus(String(log))}
        </text>
      ))}
      {[0, 100, 150, 200, 300].map((n) => (
        <text key={n} x={xOf(n)} y={HEIGHT + 17} className="figure-tick" textAnchor="middle">
          {n}
        </text>
      ))}
      <text x="8" y={Number(yOf(LN_SMALLEST)) + 16} className="figure-tick">
        {texts.floor}
      </text>
    </svg>
  );
}

/** The underflow race as drawn for one state; without `on` it is the first frame, with its controls off. */
export function UnderflowView(props: {
  texts: Texts;
  state: UnderflowState;
  running?: boolean;
  on?: { change: (state: UnderflowState) => void; toggle: () => void };
}) {
  const { texts, state, running = false, on } = props;
  const { p, n } = state;
  const points = race32(p, n);
  const { product, logSum } = points[n] as UnderflowPoint;
  const verdict = judgeProduct(product, p);
  const summary = fill(texts.summary, {
    n,
    p: p.toFixed(1),
    product: minus(product === 0 ? '0' : product.toExponential(2)),
    sum: minus(logSum.toFixed(3)),
  });
  return (
    <div className="underflow-race">
      <div className="figure-pair">
        <div>
          <p className="figure-note">{texts.title}</p>
          <Track points={points} p={p} texts={texts} label={summary} />
        </div>
        <div>
          <table className="figure-table">
            <thead>
              <tr>
                <th scope="col">n = {n}</th>
                <th scope="col">float32</th>
                <th scope="col">{texts.exact}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{texts.product}</th>
                <td data-broken={verdict === 'dead' || verdict === 'stuck'}>
                  {minus(product === 0 ? '0' : product.toExponential(2))}
                </td>
                <td>{minus(truePower(p, n))}</td>
              </tr>
              <tr>
                <th scope="row">{texts.sum}</th>
                <td>{minus(logSum.toFixed(3))}</td>
                <td>{minus((n * Math.log(p)).toFixed(3))}</td>
              </tr>
            </tbody>
          </table>
          <div className="figure-controls">
            <Slider
              label={texts.count}
              value={n}
              {...N_RANGE}
              text={String(n)}
              onChange={on && ((value) => on.change({ ...state, n: value }))}
            />
            <Slider
              label={texts.probability}
              value={p}
              {...P_RANGE}
              text={p.toFixed(1)}
              onChange={on && ((value) => on.change({ ...state, p: value }))}
            />
            <div className="figure-buttons">
              <Button primary onPress={on?.toggle}>
                {running ? texts.pause : texts.play}
              </Button>
            </div>
          </div>
        </div>
      </div>
      <p className="figure-summary underflow-summary" aria-live={running ? 'off' : 'polite'}>
        {summary} <strong>{texts[verdict]}</strong>
      </p>
    </div>
  );
}
