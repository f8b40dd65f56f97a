import { useTranslations } from 'next-intl';
import { GradeFacts } from '@/components/grades/grade-facts';
import { Totals } from '@/components/grades/totals';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { TextLink } from '@/components/ui/text-link';
import { CellPanel } from '../matrix/cell-panel';
import type { Titled } from '../matrix/cohort-matrix';
import { gradesPath } from '../paths';

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
  return (
    <CellPanel label={t('detail')} cohort={cohort.id} {...{ learner, exercise, takesFocus, onClose }}>
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
    </CellPanel>
  );
}
