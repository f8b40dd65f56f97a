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

/** Full colour is for examples drawn this often or more. */
const MOST = 6;

/** The cells of one bag: for each number of draws one path of squares, and their numbers as one text. */
function Counts({ bag }: { bag: Bag }) {
  return [...new Set(bag)].map((times) => {
    const columns = bag.flatMap((other, i) => (other === times ? [NAME + i * CELL] : []));
    return (
      <g key={times}>
        <path d={columns.map((x) => `M${x + 1} 1h18v18h-18z`).join('')} fill={tensorColor(times, MOST)} />
        {times > 0 && (
          <text
            x={columns.map((x) => x + CELL / 2 - 3).join(' ')}
            y="14"
            fill={tensorTextColor(times, MOST)}
            data-times={times}
          >
            {String(times).repeat(columns.length)}
          </text>
        )}
      </g>
    );
  });
}

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
          <Counts bag={bag} />
          {b + 1 === shown && (
            <rect x={NAME} width={EXAMPLES * CELL} height={CELL} rx="2" fill="none" className="bags-current" />
          )}
          <text x={NAME + EXAMPLES * CELL + OUT} y="14" textAnchor="end" className="figure-tick">
            {Math.round(EXAMPLES * outOfBagShare(bag))}
          </text>
        </g>
      ))}
    </svg>
  );
}
