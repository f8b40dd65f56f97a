'use client';

import { useLocale, useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { TextField } from '@/components/ui/text-field';
import type { LearnerPage, LearnerStanding } from '@/contracts/cohort-learner';
import type { ExtensionInput } from '@/contracts/extension';
import { useCourseTitles } from './course-titles';
import { GradeDialog } from './grade-dialog';

/** The day of a moment in a time zone, as a date field has it. */
function dayIn(timeZone: string, at: string, days = 0): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(Date.parse(at) + days * 86_400_000));
}

/** Gives a later due date, or takes it back. The learner is told, with the reason. */
export function ExtensionDialog({
  page: { cohort, learner },
  standing: { exercise, planned, extension },
  onDone,
  onClose,
}: {
  page: Pick<LearnerPage, 'cohort' | 'learner'>;
  standing: LearnerStanding & { planned: string };
  onDone(): void;
  onClose(): void;
}) {
  const t = useTranslations('instructor.learner.extension');
  const locale = useLocale();
  const title = useCourseTitles().exercise(exercise);

  async function send(fields: FormData | null, reason: string) {
    const dueOn = fields && String(fields.get('dueOn'));
    await api(`/api/cohorts/${cohort.id}/learners/${encodeURIComponent(learner.id)}/extensions`, {
      method: 'PUT',
      body: { exercise, dueOn, reason } satisfies ExtensionInput,
      schema: async () => (await import('@/contracts/cohort-learner')).LearnerPageSchema,
    });
    onDone();
  }

  const due = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: cohort.timeZone }).format(
    new Date(planned),
  );
  return (
    <GradeDialog
      kind="extension"
      title={t('title', { exercise: title, name: learner.name })}
      text={t('text', { due, zone: cohort.timeZone })}
      withdraw={extension ? t('withdraw') : null}
      {...{ send, onClose }}
    >
      <TextField
        label={t('dueOn')}
        name="dueOn"
        type="date"
        min={dayIn(cohort.timeZone, planned, 1)}
        required
        defaultValue={extension ? dayIn(cohort.timeZone, extension.due) : ''}
      />
    </GradeDialog>
  );
}
