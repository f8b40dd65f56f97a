'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { PageLink } from '@/components/site/page-link';
import { ArchivedCohorts } from './archived-cohorts';
import { StaffPage } from './staff-page';

/** The cohorts whose work the reader sees as staff. */
export function Cohorts() {
  const t = useTranslations('instructor.cohorts');
  const privacy = useTranslations('instructor.privacy');
  const format = useFormatter();
  const { me } = useMe();
  const cohorts = useFetched('/api/cohorts', (path) =>
    api(path, { schema: async () => (await import('@/contracts/cohort')).CohortListSchema }),
  );
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <StaffPage fetched={cohorts}>
      {({ cohorts: inProgress, archived, runsSite }) => (
        <>
          {me?.viewer?.role === 'instructor' && (
            <p className="mt-6">
              <PageLink href="/cohorts/new" className="text-accent">
                {t('new')}
              </PageLink>
            </p>
          )}
          {inProgress.length === 0 && <p className="mt-6 text-muted">{t('none')}</p>}
          <ul className="mt-6 border-t border-line">
            {inProgress.map(({ id, name, startsOn, endsOn, learners, exercises }) => (
              <li key={id} className="border-b border-line py-4">
                <PageLink href={`/cohorts/${id}`} className="text-lg font-semibold">
                  {name}
                </PageLink>
                <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
                  <span>
                    {endsOn === null ? t('from', { start: day(startsOn) }) : `${day(startsOn)} – ${day(endsOn)}`}
                  </span>
                  <span>{t('learners', { count: learners })}</span>
                  <span>{t('exercises', { count: exercises })}</span>
                </p>
              </li>
            ))}
          </ul>
          {runsSite && (
            <p className="mt-6">
              <PageLink href="/site/privacy" className="text-accent">
                {privacy('link')}
              </PageLink>
            </p>
          )}
          {archived.length > 0 && <ArchivedCohorts archived={archived} onRestored={cohorts.reload} />}
        </>
      )}
    </StaffPage>
  );
}
