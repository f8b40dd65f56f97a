import { dragHandlers } from '../drag';
import type { Distribution } from './divergence';

const LEFT = 28;
const BASE = 170;
const HEIGHT = 155;
const SLOT = 71;
const BAR = 27;

/** Both histograms side by side, bin by bin; a bar follows the pointer up and down. */
export function Histograms(props: {
  p: Distribution;
  q: Distribution;
  label: string;
  onDrag?: (which: 'p' | 'q', k: number, share: number) => void;
}) {
  const { p, q, onDrag } = props;
  const top = Math.max(...p, ...q) > 0.6 ? 1 : 0.6;
  const yOf = (share: number) => BASE - (HEIGHT * share) / top;
  return (
    <svg className="figure-plot" viewBox="0 0 320 190" role="img" aria-label={props.label}>
      {[0, top / 2, top].map((share) => (
        <g key={share}>
          <line x1={LEFT} y1={yOf(share)} x2="316" y2={yOf(share)} className="figure-axis" />
          <text x={LEFT - 4} y={yOf(share) + 4} className="figure-tick" textAnchor="end">
            {share}
          </text>
        </g>
      ))}
      {p.map((_, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its index
        <g key={k} transform={`translate(${LEFT + 5 + SLOT * k} 0)`}>
          {(['p', 'q'] as const).map((which, side) => {
            const share = props[which][k] as number;
            const x = (BAR + 2) * side;
            return (
              <g
                key={which}
                className="figure-drag"
                {...dragHandlers(onDrag && ((_x, y) => onDrag(which, k, ((BASE - y) / HEIGHT) * top)))}
              >
                <rect x={x} y={BASE - HEIGHT} width={BAR + 2} height={HEIGHT} fill="transparent" />
                <rect
                  className={side ? 'figure-bar-2' : 'figure-bar-1'}
                  x={x}
                  y={yOf(share).toFixed(2)}
                  width={BAR}
                  height={(BASE - yOf(share)).toFixed(2)}
                />
              </g>
            );
          })}
          <text x={BAR + 1} y={BASE + 15} className="figure-tick" textAnchor="middle">
            {'ABCD'[k]}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A cross-entropy as what it consists of: the entropy, and the divergence put on top. Infinite ones run off the edge. */
export function Decomposition(props: {
  rows: readonly { name: string; entropy: number; kl: number }[];
  label: string;
}) {
  const totals = props.rows.map(({ entropy, kl }) => entropy + kl).filter(Number.isFinite);
  const scale = 290 / Math.max(2, ...totals);
  return (
    <svg className="figure-plot" viewBox="0 0 320 104" role="img" aria-label={props.label}>
      {props.rows.map(({ name, entropy, kl }, row) => {
        const start = scale * entropy;
        const width = Number.isFinite(kl) ? scale * kl : 320 - start;
        return (
          <g key={name} transform={`translate(0 ${52 * row})`}>
            <text x="0" y="13" className="figure-tick">
              {name}
            </text>
            <rect className={row ? 'figure-bar-2' : 'figure-bar-1'} y="20" width={start.toFixed(2)} height="20" />
            <rect
              className={Number.isFinite(kl) ? 'kl-extra' : 'kl-infinite'}
              x={start.toFixed(2)}
              y="20"
              width={width.toFixed(2)}
              height="20"
            />
          </g>
        );
      })}
    </svg>
  );
}
