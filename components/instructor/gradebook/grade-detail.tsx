import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { GradeFacts } from '@/components/grades/grade-facts';
import { Totals } from '@/components/grades/totals';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { PageLink } from '@/components/site/page-link';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import type { Titled } from '../matrix/cohort-matrix';
import { exercisePath, gradesPath, learnerPath } from '../paths';

/** How the opened cell came about, and what the learner's grades come to, under the gradebook. */
export function GradeDetail({
  cohort,
  learner,
  exercise,
  takesFocus,
  onClose,
}: {
  cohort: { id: string; timeZone: string };
  learner: { id: string; name: string };
  exercise: Titled;
  takesFocus: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('instructor.gradebook');
  const errorText = useErrorText();
  const query = new URLSearchParams({ learner: learner.id, exercise: exercise.id });
  const { data, error } = useFetched(`/api/cohorts/${cohort.id}/gradebook/cells?${query}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/gradebook')).GradeCellSchema }),
  );
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) close.current?.focus();
  }, [takesFocus]);
  return (
    <section
      aria-label={t('detail')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      className="sticky bottom-0 z-30 mt-6 min-h-32 rounded-md border border-edge bg-raised p-4 shadow-lg"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 className="min-w-0 font-semibold">
          <PageLink href={learnerPath(cohort.id, learner.id)} className="text-accent">
            {learner.name}
          </PageLink>{' '}
          ·{' '}
          <PageLink href={exercisePath(cohort.id, exercise.id)} className="text-accent">
            {exercise.title}
          </PageLink>
        </h2>
        <Button ref={close} size="small" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      <div aria-live="polite" className="mt-2 text-sm">
        {error !== null
          ? errorText(error)
          : data && (
              <>
                <GradeFacts grade={data.grade} timeZone={cohort.timeZone} />
                <Totals total={data.total} />
              </>
            )}
      </div>
      <p className="mt-2 text-sm">
        <TextLink href={gradesPath(cohort.id, learner.id)}>{t('preview')}</TextLink>
      </p>
    </section>
  );
}
