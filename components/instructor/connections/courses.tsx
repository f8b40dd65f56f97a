'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { CohortLti, CohortLtiAction } from '@/contracts/lti';
import { StaffPage } from '../staff-page';
import { CourseRoster } from './course-roster';

type Course = CohortLti['contexts'][number];

const schema = async () => (await import('@/contracts/lti')).CohortLtiSchema;

/** The courses on learning platforms that are linked to a cohort. */
export function Courses({ cohort, titles }: { cohort: string; titles: Record<string, string> }) {
  const t = useTranslations('instructor.lti');
  const path = `/api/cohorts/${cohort}/lti`;
  const fetched = useFetched(path, (key) => api(key, { schema }));
  return (
    <section aria-labelledby="courses" className="mt-14">
      <h2 id="courses" className="text-xl font-semibold">
        {t('courses')}
      </h2>
      <p className="mt-2 max-w-measure text-muted">
        {t('coursesText')} <TextLink href="/lti/platforms">{t('platformsTitle')}</TextLink>
      </p>
      <StaffPage fetched={fetched}>
        {({ contexts, isManager }) =>
          contexts.length === 0 ? (
            <p className="mt-6 text-muted">{t('noCourses')}</p>
          ) : (
            <ul className="mt-6 border-t border-line">
              {contexts.map((course) => (
                <CourseItem
                  key={course.id}
                  {...{ course, isManager, path, cohort, titles }}
                  onChange={fetched.reload}
                />
              ))}
            </ul>
          )
        }
      </StaffPage>
    </section>
  );
}

function CourseItem({
  course,
  isManager,
  path,
  cohort,
  titles,
  onChange,
}: {
  course: Course;
  isManager: boolean;
  path: string;
  cohort: string;
  titles: Record<string, string>;
  onChange(): void;
}) {
  const t = useTranslations('instructor.lti');
  const errorText = useErrorText();
  const format = useFormatter();
  const [isBusy, setIsBusy] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { id, title, platform, hasRoster, rosterAt, takesGrades, columns, members } = course;

  async function act(action: CohortLtiAction['action'], said?: string) {
    setIsBusy(true);
    try {
      await api(path, { method: 'POST', body: { context: id, action } satisfies CohortLtiAction, schema });
      if (said !== undefined) showToast(said);
    } catch (error) {
      showToast(errorText(error));
    }
    setIsBusy(false);
    onChange();
  }

  const when = rosterAt && format.dateTime(new Date(rosterAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="border-b border-line py-5" data-course={id}>
      <h3 className="font-semibold wrap-anywhere">
        {title} <span className="font-normal text-muted">{t('onPlatform', { platform })}</span>
      </h3>
      <p className="mt-1 text-sm text-muted">
        {!hasRoster ? t('noRoster') : when ? t('rosterRead', { when }) : t('rosterNever')}
      </p>
      {takesGrades ? (
        columns.length > 0 && (
          <>
            <h4 className="mt-4 text-sm font-semibold">{t('columns')}</h4>
            <ul className="mt-1 text-sm">
              {columns.map(({ exercise, isGone, accepted, refused }) => (
                <li key={exercise ?? ''}>
                  {exercise === null ? t('total') : (titles[exercise] ?? exercise)}:{' '}
                  {isGone ? t('columnGone') : t('columnState', { accepted, refused })}
                </li>
              ))}
            </ul>
          </>
        )
      ) : (
        <p className="mt-1 text-sm text-muted">{t('noGrades')}</p>
      )}
      <CourseRoster members={members} cohort={cohort} />
      {isManager && (
        <div className="mt-4 flex flex-wrap gap-3">
          {hasRoster && (
            <Button size="small" disabled={isBusy} onClick={() => act('roster')}>
              {t('refreshRoster')}
            </Button>
          )}
          {takesGrades && (
            <Button size="small" disabled={isBusy} onClick={() => act('scores', t('sending'))}>
              {t('sendScores')}
            </Button>
          )}
          <Button size="small" disabled={isBusy} onClick={() => setIsAsking(true)}>
            {t('unlink')}
          </Button>
        </div>
      )}
      <Dialog role="alertdialog" title={t('unlink')} isOpen={isAsking} onOpenChange={setIsAsking}>
        {(close) => (
          <>
            <p className="text-sm">{t('unlinkText', { title })}</p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                tone="danger"
                onClick={() => {
                  setIsAsking(false);
                  void act('unlink');
                }}
              >
                {t('unlink')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </li>
  );
}
