import type { FigureTexts } from '../texts';
import { type ErrorParts, total } from './polynomial';

const WIDTH = 320;
const HEIGHT = 200;

/** A line over the degrees' columns; errors above the axis leave the drawing. */
function line(errors: readonly number[], top: number): string {
  const step = WIDTH / errors.length;
  return errors
    .map((error, d) => {
      const y = HEIGHT * (1 - Math.min(error / top, 1.5));
      return `${d === 0 ? 'M' : 'L'}${((d + 0.5) * step).toFixed(0)} ${y.toFixed(1)}`;
    })
    .join('');
}

/**
 * Expected test error of every degree as a column of bias², variance and noise, the chosen one marked; over them this
 * sample's errors on its own points and on new ones. The axis fits degree 0, so that high degrees may leave it.
 */
export function ErrorColumns(props: {
  texts: FigureTexts<'capacity-dial'>;
  parts: readonly ErrorParts[];
  degree: number;
  train: readonly number[];
  test: readonly number[];
  label: string;
}) {
  const { texts, parts, degree, train, test } = props;
  const top = Math.max(0.1, 1.15 * total(parts[0] as ErrorParts));
  const step = WIDTH / parts.length;
  const high = (value: number) => (HEIGHT * Math.min(value, top)) / top;
  return (
    <div>
      <svg className="error-plot" viewBox={`-26 -8 ${WIDTH + 30} ${HEIGHT + 28}`} role="img" aria-label={props.label}>
        {parts.map((part, d) => {
          const stack = [part.noise, part.noise + part.bias2, total(part)].map(high);
          const [noise = 0, bias = 0, all = 0] = stack;
          const box = { x: +(d * step + 2).toFixed(1), width: step - 4 };
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its degree
            <g key={d} data-current={d === degree}>
              <rect {...box} y={(HEIGHT - noise).toFixed(1)} height={noise.toFixed(1)} data-part="noise" />
              <rect {...box} y={(HEIGHT - bias).toFixed(1)} height={(bias - noise).toFixed(1)} data-part="bias" />
              <rect {...box} y={(HEIGHT - all).toFixed(1)} height={(all - bias).toFixed(1)} data-part="variance" />
              {(d % 3 === 0 || d === degree) && (
                <text x={((d + 0.5) * step).toFixed(0)} y={HEIGHT + 14} textAnchor="middle" className="figure-tick">
                  {d}
                </text>
              )}
            </g>
          );
        })}
        <path d={line(test, top)} data-part="testError" />
        <path d={line(train, top)} data-part="trainError" />
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} className="figure-axis" />
        <text x="-4" y="6" textAnchor="end" className="figure-tick">
          {top.toFixed(2)}
        </text>
        <text x="-4" y={HEIGHT + 4} textAnchor="end" className="figure-tick">
          0
        </text>
      </svg>
      <p className="figure-key" aria-hidden="true">
        {(['variance', 'bias', 'noise', 'testError', 'trainError'] as const).map((name) => (
          <span key={name} data-part={name}>
            {texts[name]}
          </span>
        ))}
      </p>
    </div>
  );
}
