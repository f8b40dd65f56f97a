import { tensorColor, tensorTextColor } from '@/components/ui/tensor-scale';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { type Bag, EXAMPLES, outOfBagShare } from './bags';
import { PICTURED } from './state';

const CELL = 20;
/** Left of the cells: the bag's number. */
const NAME = 22;
/** Right of them: how many examples are out. */
const OUT = 30;

/** The first bags: a row each, a column for each example, how often it was drawn in the cell; empty means out of the bag. */
export function BagTable(props: { texts: FigureTexts<'bootstrap-bags'>; bags: readonly Bag[]; shown: number }) {
  const { texts, bags, shown } = props;
  const pictured = bags.slice(0, PICTURED);
  const described = pictured.map((bag, b) =>
    fill(texts.bag, { b: b + 1, out: bag.flatMap((times, i) => (times === 0 ? [i + 1] : [])).join(', ') }),
  );
  return (
    <svg
      className="bags-table"
      viewBox={`0 0 ${NAME + EXAMPLES * CELL + OUT} ${(PICTURED + 1) * CELL}`}
      role="img"
      aria-label={`${texts.table} ${described.join(' ')}`}
    >
      {Array.from({ length: EXAMPLES }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an example is its index
        <text key={i} x={NAME + (i + 0.5) * CELL} y="14" textAnchor="middle" className="figure-tick">
          {i + 1}
        </text>
      ))}
      <text x={NAME + EXAMPLES * CELL + OUT} y="14" textAnchor="end" className="figure-tick">
        {texts.out}
      </text>
      {pictured.map((bag, b) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bag is its index
        <g key={b} transform={`translate(0 ${(b + 1) * CELL})`}>
          <text x="14" y="14" textAnchor="end" className="figure-tick">
            {b + 1}
          </text>
          {bag.map((times, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an example is its index
            <g key={i} transform={`translate(${NAME + i * CELL} 0)`}>
              <rect
                x="1"
                y="1"
                width={CELL - 2}
                height={CELL - 2}
                rx="2"
                fill={tensorColor(times, 5)}
                className="bags-cell"
                data-current={b + 1 === shown}
              />
              {times > 0 && (
                <text x={CELL / 2} y="14" textAnchor="middle" fill={tensorTextColor(times, 5)}>
                  {times}
                </text>
              )}
            </g>
          ))}
          <text x={NAME + EXAMPLES * CELL + OUT} y="14" textAnchor="end" className="figure-tick">
            {Math.round(EXAMPLES * outOfBagShare(bag))}
          </text>
        </g>
      ))}
    </svg>
  );
}
