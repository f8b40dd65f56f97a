import { useFormatter, useTranslations } from 'next-intl';
import type { LearnerGrades } from '@/contracts/gradebook';

/** Both totals in percent: over what is due so far, and over the whole plan. */
export function Totals({ total: { soFar, all } }: Pick<LearnerGrades, 'total'>) {
  const t = useTranslations('grades');
  const format = useFormatter();
  const percent = (share: number | null) =>
    share === null ? '—' : format.number(share, { style: 'percent', maximumFractionDigits: 2 });
  return (
    <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-1">
      {(
        [
          ['soFar', soFar],
          ['all', all],
        ] as const
      ).map(([name, share]) => (
        <div key={name} className="flex gap-2" data-total={name}>
          <dt className="text-muted">{t(name)}</dt>
          <dd className="font-semibold tabular-nums">{percent(share)}</dd>
        </div>
      ))}
    </dl>
  );
}
