'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { TextLink } from '@/components/ui/text-link';
import { type LearnerPage, LearnerPageSchema } from '@/contracts/cohort-learner';
import { StaffPage } from '../staff-page';
import { type CourseTitles, CourseTitlesProvider } from './course-titles';
import { Standings } from './standings';
import { SubmissionView } from './submission-view';
import { Timeline } from './timeline';
import { ViewAs } from './view-as';

/** One learner of a cohort: where they stand, what they did, and, by `?submission=` in the address, one piece of their work. */
export function LearnerOverview({
  cohort,
  learner,
  titles,
}: {
  cohort: string;
  learner: string;
  titles: CourseTitles;
}) {
  const path = `/api/cohorts/${cohort}/learners/${encodeURIComponent(learner)}`;
  const fetched = useFetched(path, (key) => api(key, { schema: LearnerPageSchema }));
  return (
    <StaffPage fetched={fetched}>
      {(page) => (
        <CourseTitlesProvider titles={titles}>
          <Overview path={path} page={page} onChange={fetched.reload} />
        </CourseTitlesProvider>
      )}
    </StaffPage>
  );
}

function Overview({ path, page, onChange }: { path: string; page: LearnerPage; onChange(): void }) {
  const t = useTranslations('instructor.learner');
  const { cohort, learner, team, standings, elsewhere, mayOverride } = page;
  const submission = useSearchParams().get('submission');
  // A grade that was set by hand is on the timeline, too.
  const [changes, setChanges] = useState(0);
  const tried = standings.filter(({ state }) => state !== 'none').length;
  const passed = standings.filter(({ state }) => state === 'passed' || state === 'passed-after-solution').length;
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/cohorts/${cohort.id}`}>{cohort.name}</TextLink>
      </p>
      <h1 className="mt-1 text-2xl font-bold [overflow-wrap:anywhere]">{learner.name}</h1>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{team === null ? t('noTeam') : t('team', { name: team.name })}</span>
        <span>{t('progress', { passed, tried, all: standings.length })}</span>
        {elsewhere > 0 && <span>{t('elsewhere', { count: elsewhere })}</span>}
      </p>
      <p className="mt-2 text-xs text-muted">{t('audited')}</p>
      <ViewAs cohort={cohort} learner={learner} />
      {submission !== null && (
        <SubmissionView key={submission} cohort={cohort.id} learner={learner.id} submission={submission} />
      )}
      <Standings
        page={{ cohort, learner, standings, mayOverride }}
        onChange={() => {
          setChanges(changes + 1);
          onChange();
        }}
      />
      <Timeline key={changes} path={`${path}/timeline`} learner={learner.id} cohort={cohort.id} />
    </>
  );
}
