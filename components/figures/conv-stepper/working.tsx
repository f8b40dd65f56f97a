import { placeOf } from '../cells';
import { fill } from '../fill';
import { inside, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { type Subtotal, totalOf } from './response';

/** The arithmetic of one output element: the products of the shown channel in the order of the kernel, then all sums. */
export function Working(props: {
  texts: FigureTexts<'conv-stepper'>;
  subtotals: readonly Subtotal[];
  side: number;
  k: number;
  at: number;
  inChannel: number;
  outChannel: number;
  running: boolean;
}) {
  const { texts, subtotals, side, k, at, inChannel, outChannel } = props;
  const { row, col } = placeOf(at, side);
  const here = subtotals.find(({ channel }) => channel === inChannel);
  const total = shown(totalOf(subtotals));
  return (
    <div className="conv-working">
      <p aria-live={props.running ? 'off' : 'polite'}>
        <strong>
          y[{row}, {col}, {outChannel}] = {total}
        </strong>{' '}
        {fill(texts.products, { count: k * k * subtotals.length })}
      </p>
      <p className="figure-note">{fill(texts.channelTerms, { channel: inChannel })}</p>
      <div className="conv-terms" style={{ gridTemplateColumns: `repeat(${k}, minmax(0, 1fr))` }}>
        {here?.terms.map(({ weight, value, outside }, tap) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a tap is its index
            key={tap}
            data-outside={outside}
          >
            {inside(weight)}
            <wbr />·{inside(value)}
          </span>
        ))}
      </div>
      <p className="conv-sum">
        {subtotals.length === 1
          ? fill(texts.sumOne, { sum: total })
          : fill(texts.sumAll, { sums: subtotals.map(({ sum }) => inside(sum, 3)).join(' + '), sum: total })}
      </p>
    </div>
  );
}
