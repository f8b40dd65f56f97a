'use client';

import { useTranslations } from 'next-intl';
import { curvePath, curveTop } from './curve-maths';
import { formatNumber } from './format-number';

const WIDTH = 320;
const HEIGHT = 96;

/**
 * The numbers of a training over those of the reference, from the left as they come. Null where one is not finite; the
 * scale is the larger of both, so that a loss that explodes is seen to.
 */
export function TrainingCurve({
  label,
  values,
  expected,
}: {
  label: string;
  values: readonly (number | null)[];
  expected: readonly number[];
}) {
  const t = useTranslations('report.curve');
  const length = Math.max(values.length, expected.length);
  const top = curveTop(values, expected);
  const frame = { length, top, width: WIDTH, height: HEIGHT };
  const last = values.at(-1);
  const words = t('words', {
    label,
    points: values.length,
    last: formatNumber(last ?? Number.NaN),
    expected: formatNumber(expected[values.length - 1] ?? Number.NaN),
  });
  return (
    <figure className="my-2 max-w-md" data-curve={values.length}>
      <svg viewBox={`-34 -6 ${WIDTH + 40} ${HEIGHT + 12}`} role="img" aria-label={words} className="w-full">
        <path d={`M0 0V${HEIGHT}H${WIDTH}`} className="fill-none stroke-edge" />
        <text x="-4" y="4" textAnchor="end" className="fill-muted text-[10px]">
          {String(+top.toPrecision(2))}
        </text>
        <text x="-4" y={HEIGHT} textAnchor="end" className="fill-muted text-[10px]">
          0
        </text>
        <path
          d={curvePath(expected, frame)}
          className="fill-none [stroke-dasharray:4_3] [stroke-width:1.5] [stroke:var(--muted)]"
        />
        <path d={curvePath(values, frame)} className="fill-none [stroke-width:2] [stroke:var(--series-1)]" />
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 text-xs text-muted">
        <span>
          <span aria-hidden className="me-1.5 inline-block w-4 border-t-2 border-[var(--series-1)] align-middle" />
          {t('yours')}
        </span>
        <span>
          <span aria-hidden className="me-1.5 inline-block w-4 border-t-2 border-dashed border-muted align-middle" />
          {t('reference')}
        </span>
      </figcaption>
    </figure>
  );
}
