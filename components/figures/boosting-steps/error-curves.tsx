import type { FigureTexts } from '../texts';

const WIDTH = 320;
const HEIGHT = 200;

/** Training and test error over the rounds, the current round marked on both. */
export function ErrorCurves(props: {
  texts: FigureTexts<'boosting-steps'>;
  train: readonly number[];
  test: readonly number[];
  rounds: number;
  label: string;
}) {
  const { texts, train, test, rounds } = props;
  const last = train.length - 1;
  const top = Math.max(...test) * 1.05;
  const x = (round: number) => ((round / last) * WIDTH).toFixed(1);
  const y = (error: number) => (HEIGHT * (1 - error / top)).toFixed(1);
  const path = (errors: readonly number[]) => errors.map((e, r) => `${r === 0 ? 'M' : 'L'}${x(r)} ${y(e)}`).join('');
  return (
    <div>
      <svg className="error-plot" viewBox={`-30 -8 ${WIDTH + 42} ${HEIGHT + 28}`} role="img" aria-label={props.label}>
        <line x1={x(rounds)} y1="0" x2={x(rounds)} y2={HEIGHT} className="figure-dashed" />
        <path d={path(train)} data-part="trainError" />
        <path d={path(test)} data-part="testError" />
        <circle cx={x(rounds)} cy={y(train[rounds] as number)} r="4.5" className="error-now" />
        <circle cx={x(rounds)} cy={y(test[rounds] as number)} r="4.5" className="error-now" />
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} className="figure-axis" />
        <text x="-4" y="6" textAnchor="end" className="figure-tick">
          {top.toFixed(2)}
        </text>
        <text x="-4" y={HEIGHT + 4} textAnchor="end" className="figure-tick">
          0
        </text>
        {[0, last / 4, last / 2, (3 * last) / 4, last].map((round) => (
          <text key={round} x={x(round)} y={HEIGHT + 14} textAnchor="middle" className="figure-tick">
            {round}
          </text>
        ))}
      </svg>
      <p className="figure-key" aria-hidden="true">
        {(['testError', 'trainError'] as const).map((name) => (
          <span key={name} data-part={name}>
            {texts[name]}
          </span>
        ))}
      </p>
    </div>
  );
}
