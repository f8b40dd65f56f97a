import { useFormatter, useTranslations } from 'next-intl';

const WIDTH = 400;
const HEIGHT = 90;

/** How alike all pairs of two learners are, as columns and as a table; `place`: the likeness of a pair to show among them. */
export function LikenessDistribution({
  counts,
  pairs,
  place,
}: {
  counts: readonly number[];
  pairs: number;
  place?: number;
}) {
  const t = useTranslations('instructor.similarity');
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  if (pairs === 0) return null;
  const step = WIDTH / counts.length;
  const top = Math.max(...counts);
  // One pair among ten thousand is still to be seen.
  const high = (count: number) => (count === 0 ? 0 : Math.max(3, (HEIGHT * count) / top));
  const bins = counts.map((count, at) => ({ from: at / counts.length, to: (at + 1) / counts.length, count }));
  return (
    <figure className="mt-6 min-w-0">
      <figcaption>
        <h2 className="text-lg font-bold">{t('distribution')}</h2>
        <p className="max-w-measure text-sm text-muted">{t('distributionHelp')}</p>
      </figcaption>
      <svg viewBox={`-4 -6 ${WIDTH + 8} ${HEIGHT + 40}`} className="mt-3 w-full max-w-xl" aria-hidden="true">
        {bins.map(({ from, count }) => (
          <rect
            key={from}
            x={from * WIDTH + 1}
            width={step - 2}
            y={HEIGHT - high(count)}
            height={high(count)}
            className="fill-accent"
          />
        ))}
        <path d={`M0 ${HEIGHT}H${WIDTH}`} className="stroke-edge" />
        {place !== undefined && (
          <path d={`M${place * WIDTH} -4V${HEIGHT}`} strokeWidth={2} strokeDasharray="4 3" className="stroke-ink" />
        )}
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <text key={share} x={share * WIDTH} y={HEIGHT + 14} textAnchor="middle" className="fill-muted text-[10px]">
            {percent(share)}
          </text>
        ))}
        <text x={WIDTH} y={HEIGHT + 30} textAnchor="end" className="fill-muted text-[10px]">
          {t('likeness')}
        </text>
      </svg>
      <details className="mt-1 text-sm">
        <summary className="cursor-pointer text-accent">{t('table')}</summary>
        <table className="mt-2 text-left tabular-nums">
          <caption className="sr-only">{t('distribution')}</caption>
          <thead className="border-b border-line text-xs text-muted">
            <tr>
              <th scope="col" className="py-1 pe-6 font-semibold">
                {t('likeness')}
              </th>
              <th scope="col" className="py-1 pe-6 font-semibold">
                {t('pairs')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, to, count }) => (
              <tr key={from} className="border-b border-line">
                <th scope="row" className="py-1 pe-6 font-normal">
                  {percent(from)}–{percent(to)}
                </th>
                <td className="py-1 pe-6">{format.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
