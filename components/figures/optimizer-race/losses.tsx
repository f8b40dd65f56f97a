import { lineStyle } from './marks';
import type { Run } from './runs';
import { STEPS } from './state';

/** Powers of ten at the ends of the loss axis. */
const AXIS = { low: -6, high: 3 };

/** Losses over steps on a logarithmic axis. */
export function Losses({ title, runs }: { title: string; runs: Run[] }) {
  const y = (loss: number) => {
    const power = loss > 0 ? Math.max(AXIS.low, Math.min(AXIS.high, Math.log10(loss))) : AXIS.low;
    return +((90 * (AXIS.high - power)) / (AXIS.high - AXIS.low)).toFixed(1);
  };
  return (
    <div className="boundary-loss">
      <span className="figure-note">{title}</span>
      <svg viewBox="-30 -6 276 112" role="img" aria-label={title}>
        {[3, 0, -3, -6].map((power) => (
          <g key={power}>
            <line x1="0" x2="240" y1={y(10 ** power)} y2={y(10 ** power)} className="figure-axis" />
            <text x="-4" y={y(10 ** power) + 4} className="figure-tick" textAnchor="end">
              {power === 0 ? '1' : `1e${power}`}
            </text>
          </g>
        ))}
        <text x="0" y="104" className="figure-tick">
          0
        </text>
        <text x="240" y="104" className="figure-tick" textAnchor="end">
          {STEPS}
        </text>
        {runs.map(({ name, losses }) => (
          <path
            key={name}
            d={`M${losses.map((loss, step) => `${((240 * step) / STEPS).toFixed(1)} ${y(loss)}`).join('L')}`}
            className="race-line"
            style={lineStyle(name)}
          />
        ))}
      </svg>
    </div>
  );
}
