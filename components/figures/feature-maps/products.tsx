import { tensorColor, tensorTextColor } from '@/components/ui/tensor-scale';
import { inside, shown } from '../shown';
import type { Term } from './net';

/**
 * The products of a sum, each with its factors, coloured by its value. `places`: decimals of a product. Without `cols` there
 * are as many in a row as have room.
 */
export function Products({ terms, places, cols }: { terms: readonly Term[]; places: number; cols?: number }) {
  const max = Math.max(...terms.map(({ weight, value }) => Math.abs(weight * value)));
  return (
    <div
      className="maps-products"
      style={cols ? { gridTemplateColumns: `repeat(${cols}, minmax(0, 1fr))` } : undefined}
    >
      {terms.map(({ weight, value, outside }, i) => {
        const product = weight * value;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a product is its place in the sum
            key={i}
            className="maps-product"
            data-outside={outside}
            style={{ background: tensorColor(product, max), color: tensorTextColor(product, max) }}
          >
            {inside(weight)}
            <wbr />·{inside(value)}
            <br />= {shown(product, places)}
          </span>
        );
      })}
    </div>
  );
}
