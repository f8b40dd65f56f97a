'use client';

import { useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { TextField } from '@/components/ui/text-field';
import type { LearnerPage, LearnerStanding, OverrideInput } from '@/contracts/cohort-learner';
import { useCourseTitles } from './course-titles';
import { GradeDialog } from './grade-dialog';

/** Sets a grade by hand, or takes that back. The learner is told, with the reason. */
export function OverrideDialog({
  page: { cohort, learner },
  standing: { exercise, state, bestScore, maxScore, override },
  onDone,
  onClose,
}: {
  page: Pick<LearnerPage, 'cohort' | 'learner'>;
  standing: LearnerStanding;
  onDone(): void;
  onClose(): void;
}) {
  const t = useTranslations('instructor.learner.override');
  const title = useCourseTitles().exercise(exercise);

  async function send(fields: FormData | null, reason: string) {
    const set = fields && { passed: fields.get('passed') === 'yes', score: Number(fields.get('score')) };
    await api(`/api/cohorts/${cohort.id}/learners/${encodeURIComponent(learner.id)}/overrides`, {
      method: 'PUT',
      body: { exercise, override: set, reason } satisfies OverrideInput,
      schema: async () => (await import('@/contracts/cohort-learner')).LearnerPageSchema,
    });
    onDone();
  }

  const isPassed = state === 'passed' || state === 'passed-after-solution';
  return (
    <GradeDialog
      kind="override"
      title={t('title', { exercise: title, name: learner.name })}
      text={t('text')}
      withdraw={override ? t('restore') : null}
      {...{ send, onClose }}
    >
      <fieldset className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <legend className="mb-1.5 font-semibold">{t('verdict')}</legend>
        {(['yes', 'no'] as const).map((value) => (
          <label key={value} className="flex items-center gap-2">
            <input type="radio" name="passed" value={value} defaultChecked={(value === 'yes') === isPassed} />
            {t(value === 'yes' ? 'passed' : 'notPassed')}
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('score', { max: maxScore })}
        name="score"
        type="number"
        inputMode="decimal"
        min={0}
        max={maxScore}
        step="any"
        required
        defaultValue={bestScore}
      />
    </GradeDialog>
  );
}
