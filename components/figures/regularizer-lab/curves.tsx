import type { FigureTexts } from '../texts';
import { type Measurement, STEPS } from './trainer';

/** Losses above this are drawn at the top edge. */
const TOP = 1.2;
const WIDTH = 240;
const HEIGHT = 110;

const x = (step: number) => +((WIDTH * step) / STEPS).toFixed(1);
const y = (loss: number) => +(HEIGHT * (1 - Math.min(loss, TOP) / TOP)).toFixed(1);
const path = (curve: Measurement[], loss: 'train' | 'validation') =>
  curve.length === 0 ? '' : `M${curve.map((one) => `${x(one.step)} ${y(one[loss])}`).join('L')}`;

/** Training and validation loss over steps, the lowest validation loss marked, and the run before as dashes. */
export function Curves(props: { texts: FigureTexts<'regularizer-lab'>; curve: Measurement[]; before: Measurement[] }) {
  const { texts, curve, before } = props;
  const best = curve.reduce<Measurement | null>(
    (least, one) => (least && least.validation <= one.validation ? least : one),
    null,
  );
  return (
    <div className="boundary-loss">
      <svg viewBox="-26 -6 272 130" role="img" aria-label={texts.curves}>
        {[0, 0.4, 0.8, 1.2].map((loss) => (
          <g key={loss}>
            <line x1="0" x2={WIDTH} y1={y(loss)} y2={y(loss)} className="figure-axis" />
            <text x="-4" y={y(loss) + 4} className="figure-tick" textAnchor="end">
              {loss}
            </text>
          </g>
        ))}
        <text x="0" y={HEIGHT + 12} className="figure-tick">
          0
        </text>
        <text x={WIDTH} y={HEIGHT + 12} className="figure-tick" textAnchor="end">
          {STEPS}
        </text>
        <path d={path(before, 'validation')} className="regularizer-before" />
        <path d={path(curve, 'train')} className="boundary-curve" />
        <path d={path(curve, 'validation')} className="boundary-curve regularizer-validation" />
        {best && curve.length > 1 && (
          <circle cx={x(best.step)} cy={y(best.validation)} r="3.5" className="regularizer-best" />
        )}
      </svg>
      <p className="figure-note regularizer-legend">
        <span data-line="train">{texts.train}</span> <span data-line="validation">{texts.validation}</span>{' '}
        <span data-line="before">{texts.before}</span>
      </p>
    </div>
  );
}
