import type { FigureTexts } from '../texts';

const WIDTH = 320;
const HEIGHT = 200;

/**
 * How far the average of the first 1, 2, 3 … models is from the truth, with the current number marked. Dashed: the one
 * model that was fitted to the whole training set.
 */
export function ErrorChart(props: {
  texts: FigureTexts<'bootstrap-bags'>;
  /** Mean squared distance from the truth of the average of b + 1 models. */
  errors: readonly number[];
  bags: number;
  /** Of the model of the whole training set. */
  whole: number;
  label: string;
}) {
  const { texts, errors, bags, whole } = props;
  const top = Math.max(...errors, whole) * 1.1;
  const x = (b: number) => ((b - 1) / (errors.length - 1)) * WIDTH;
  const y = (error: number) => HEIGHT * (1 - error / top);
  const path = errors.map((error, b) => `${b === 0 ? 'M' : 'L'}${x(b + 1).toFixed(1)} ${y(error).toFixed(1)}`).join('');
  return (
    <div>
      <svg className="error-plot" viewBox={`-30 -8 ${WIDTH + 38} ${HEIGHT + 28}`} role="img" aria-label={props.label}>
        <line x1="0" y1={y(whole).toFixed(1)} x2={WIDTH} y2={y(whole).toFixed(1)} className="figure-dashed" />
        <path d={path} data-part="mean" />
        <circle cx={x(bags).toFixed(1)} cy={y(errors[bags - 1] as number).toFixed(1)} r="5" className="error-now" />
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} className="figure-axis" />
        <text x="-4" y="6" textAnchor="end" className="figure-tick">
          {top.toFixed(2)}
        </text>
        <text x="-4" y={HEIGHT + 4} textAnchor="end" className="figure-tick">
          0
        </text>
        {[1, 10, 20, 30, 40, 50].map((b) => (
          <text key={b} x={x(b).toFixed(1)} y={HEIGHT + 14} textAnchor="middle" className="figure-tick">
            {b}
          </text>
        ))}
      </svg>
      <p className="figure-note">{texts.chart}</p>
    </div>
  );
}
