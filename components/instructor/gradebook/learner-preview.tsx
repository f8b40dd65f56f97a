'use client';

import { useTranslations } from 'next-intl';
import { GradesOfCohort } from '@/components/grades/grades-of-cohort';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { learnerPath } from '../paths';
import { StaffPage } from '../staff-page';

/** A learner's grades as the learner sees them. */
export function LearnerPreview({
  cohort,
  learner,
  titles,
}: {
  cohort: string;
  learner: string;
  titles: Record<string, string>;
}) {
  const t = useTranslations('instructor.gradebook');
  const grades = useFetched(`/api/cohorts/${cohort}/learners/${encodeURIComponent(learner)}/grades`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/gradebook')).LearnerGradesSchema }),
  );
  return (
    <StaffPage fetched={grades}>
      {(data) => (
        <>
          <h1 className="text-2xl font-bold [overflow-wrap:anywhere]">{t('previewOf', { name: data.learner.name })}</h1>
          <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
            <TextLink href={`/cohorts/${cohort}/gradebook`}>{t('back')}</TextLink>
            <TextLink href={learnerPath(cohort, learner)}>{t('learnerPage')}</TextLink>
          </p>
          <div className="mt-4">
            <Notice>{t('previewText')}</Notice>
          </div>
          <GradesOfCohort grades={data} titles={titles} />
        </>
      )}
    </StaffPage>
  );
}
