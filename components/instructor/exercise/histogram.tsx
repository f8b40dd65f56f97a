import { useId } from 'react';

export interface Bar {
  label: string;
  count: number;
  /** Part of the bar that is filled, of `count`; all of it where it is not given. */
  filled?: number;
}

const WIDTH = 320;
const HEIGHT = 120;

/** Counts as columns, each with its number over it, and the same as a table. `unit`: what is counted. */
export function Histogram({
  title,
  text,
  axis,
  unit,
  filledUnit,
  tableLabel,
  bars,
}: {
  title: string;
  /** In words, what the columns show. */
  text: string;
  axis: string;
  unit: string;
  filledUnit?: string;
  tableLabel: string;
  bars: readonly Bar[];
}) {
  const id = useId();
  const top = Math.max(1, ...bars.map(({ count }) => count));
  const step = WIDTH / Math.max(1, bars.length);
  const high = (count: number) => (HEIGHT * count) / top;
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <figcaption id={id}>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-sm text-muted">{text}</p>
      </figcaption>
      <svg viewBox={`-2 -18 ${WIDTH + 4} ${HEIGHT + 52}`} className="mt-2 w-full max-w-lg" aria-hidden="true">
        {bars.map(({ label, count, filled = count }, at) => {
          const middle = (at + 0.5) * step;
          const box = { x: middle - step * 0.4, width: step * 0.8 };
          return (
            <g key={label}>
              <rect
                {...box}
                y={HEIGHT - high(count)}
                height={high(count)}
                className="fill-surface stroke-edge"
                strokeWidth={1}
              />
              <rect {...box} y={HEIGHT - high(filled)} height={high(filled)} className="fill-accent" />
              {count > 0 && (
                <text x={middle} y={HEIGHT - high(count) - 4} textAnchor="middle" className="fill-ink text-[10px]">
                  {count}
                </text>
              )}
              <text x={middle} y={HEIGHT + 14} textAnchor="middle" className="fill-muted text-[10px]">
                {label}
              </text>
            </g>
          );
        })}
        <path d={`M0 ${HEIGHT}H${WIDTH}`} className="stroke-edge" />
        <text x={WIDTH} y={HEIGHT + 30} textAnchor="end" className="fill-muted text-[10px]">
          {axis}
        </text>
      </svg>
      <details className="mt-1 text-sm">
        <summary className="cursor-pointer text-accent">{tableLabel}</summary>
        <table className="mt-2 text-left tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead className="border-b border-line text-xs text-muted">
            <tr>
              {[axis, unit, ...(filledUnit === undefined ? [] : [filledUnit])].map((head) => (
                <th key={head} scope="col" className="py-1 pe-6 font-semibold">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, count, filled }) => (
              <tr key={label} className="border-b border-line">
                <th scope="row" className="py-1 pe-6 font-normal">
                  {label}
                </th>
                <td className="py-1 pe-6">{count}</td>
                {filledUnit !== undefined && <td className="py-1 pe-6">{filled}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
