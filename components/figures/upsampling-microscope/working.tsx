import { fill } from '../fill';
import { inside, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { type Convention, pixelTaps, type Share, type Taps } from './resize';
import { SOURCE, type UpsampleState } from './state';

/** The coordinate's formula with its numbers, such as `(1 + ½)·3/6 − ½`. */
function formulaOf(i: number, size: number, out: number, convention: Convention): string {
  if (convention === 'half-pixel') return `(${i} + ½)·${size}/${out} − ½`;
  if (convention === 'asymmetric') return `${i}·${size}/${out}`;
  return out === 1 ? '0' : `${i}·(${size} − 1)/(${out} − 1)`;
}

/** Source coordinates of the pixel looked at, and the sum over its neighbours, written out. */
export function Working(props: {
  texts: FigureTexts<'upsampling-microscope'>;
  state: UpsampleState;
  shares: readonly Share[];
  value: number;
}) {
  const { texts, state, shares, value } = props;
  const { convention, method, rows, cols, at } = state;
  const [row, col] = [Math.floor(at / cols), at % cols];
  const taps = pixelTaps(at, SOURCE, [rows, cols], convention, method);
  const line = (name: string, i: number, size: number, out: number, { source, clamped }: Taps) => {
    const formula = formulaOf(i, size, out, convention);
    const clamping = source === clamped ? '' : fill(texts.clamped, { to: shown(clamped), last: size - 1 });
    return `${name} = ${formula} = ${shown(source, 4)}${clamping}`;
  };
  return (
    <div className="upsample-working">
      <p>
        <strong>{fill(texts.pixelName, { row, col })}</strong>
      </p>
      <p>{line('s', row, SOURCE[0], rows, taps.rows)}</p>
      <p>{line('t', col, SOURCE[1], cols, taps.cols)}</p>
      <table className="figure-table upsample-shares">
        <thead>
          <tr>
            <th scope="col">{texts.neighbour}</th>
            <th scope="col">{texts.weight}</th>
            <th scope="col">{texts.product}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={`${share.row} ${share.col}`}>
              <th scope="row">
                x[{share.row}, {share.col}]
              </th>
              <td>
                {shown(share.rowWeight)}·{shown(share.colWeight)} = {shown(share.weight, 4)}
              </td>
              <td>
                {shown(share.weight, 4)}·{inside(share.value)} = {shown(share.weight * share.value, 4)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        y[{row}, {col}] = {shares.map((share) => shown(share.weight * share.value, 4)).join(' + ')}
        {shares.length > 1 && ` = ${shown(value, 4)}`}
      </p>
    </div>
  );
}
