'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import type { CohortInstruction } from '@/contracts/peer-session';
import type { Locale } from '@/grading/localized';
import { StaffPage } from './staff-page';

type Row = CohortInstruction['checks'][number];

/** What the teams of a cohort gained from talking a question over, question by question. */
export function CohortInstructionView({ cohort }: { cohort: string }) {
  const t = useTranslations('instructor.instruction');
  const locale = useLocale() as Locale;
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const fetched = useFetched(`/api/cohorts/${cohort}/peer-instruction`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/peer-session')).CohortInstructionSchema }),
  );
  return (
    <StaffPage fetched={fetched}>
      {({ checks }) =>
        checks.length === 0 ? (
          <p className="mt-8 max-w-measure text-muted">{t('none')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className="mt-8 relative overflow-x-auto" aria-label={t('title')} tabIndex={0}>
            <table className="w-full min-w-2xl text-sm">
              <thead>
                <tr className="border-b border-edge text-left align-bottom">
                  <th scope="col" className="py-2 pr-4 font-semibold">
                    {t('question')}
                  </th>
                  {(['people', 'first', 'second', 'gain'] as const).map((column) => (
                    <th key={column} scope="col" className="py-2 pr-4 text-right font-semibold">
                      {t(column)}
                    </th>
                  ))}
                  <th scope="col" className="w-40 py-2 font-semibold">
                    {t('change')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {checks.map((row) => (
                  <tr key={row.check} className="border-b border-line align-top">
                    <th scope="row" className="py-3 pr-4 text-left font-normal">
                      {row.question?.[locale] ?? row.check}
                    </th>
                    <td className="py-3 pr-4 text-right tabular-nums">
                      {t('peopleOfTeams', { people: row.people, teams: row.teams })}
                    </td>
                    <td className="py-3 pr-4 text-right tabular-nums">{percent(row.first)}</td>
                    <td className="py-3 pr-4 text-right tabular-nums">{percent(row.second)}</td>
                    <td className="py-3 pr-4 text-right tabular-nums">
                      {row.normalised === null ? '–' : format.number(row.normalised, { maximumFractionDigits: 2 })}
                    </td>
                    <td className="py-3">
                      <Change {...row} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="mt-4 max-w-measure text-sm text-muted">{t('gainMeans')}</p>
          </section>
        )
      }
    </StaffPage>
  );
}

/** From the share who were right alone (ring) to that after talking (dot), from none to all. The table has the numbers. */
function Change({ first, second }: Row) {
  const [from, to] = [6 + 148 * first, 6 + 148 * second];
  return (
    <svg viewBox="0 0 160 20" className="h-5 w-40" aria-hidden="true">
      <path d="M6 10H154" className="stroke-line" />
      <path d={`M${from} 10H${to}`} strokeWidth="2" className={second < first ? 'stroke-fail' : 'stroke-accent'} />
      <circle cx={from} cy="10" r="4" strokeWidth="2" className="fill-paper stroke-muted" />
      <circle cx={to} cy="10" r="4.5" className={second < first ? 'fill-fail' : 'fill-accent'} />
    </svg>
  );
}
