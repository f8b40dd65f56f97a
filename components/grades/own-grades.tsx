'use client';

import { useTranslations } from 'next-intl';
import { MembersGate } from '@/components/account/members-gate';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Notice } from '@/components/ui/notice';
import { GradesOfCohort } from './grades-of-cohort';

/** The reader's grades in every cohort in which they learn. */
export function OwnGrades({ titles }: { titles: Record<string, string> }) {
  const t = useTranslations('grades');
  return <MembersGate text={t('signIn')}>{() => <Fetched titles={titles} />}</MembersGate>;
}

function Fetched({ titles }: { titles: Record<string, string> }) {
  const t = useTranslations('grades');
  const errorText = useErrorText();
  const { data, error } = useFetched('/api/grades', (path) =>
    api(path, { schema: async () => (await import('@/contracts/gradebook')).OwnGradesSchema }),
  );
  if (error !== null) {
    return (
      <div className="mt-8">
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      </div>
    );
  }
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  if (data.cohorts.length === 0) return <p className="mt-8 max-w-measure">{t('none')}</p>;
  return data.cohorts.map((grades) => <GradesOfCohort key={grades.cohort.id} {...{ grades, titles }} />);
}
