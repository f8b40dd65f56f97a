'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { LearnerPage, LearnerStanding } from '@/contracts/cohort-learner';
import type { ExtensionInput } from '@/contracts/extension';
import { useCourseTitles } from './course-titles';

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
  const errorText = useErrorText();
  const title = useCourseTitles().exercise(exercise);
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function send(dueOn: string | null) {
    setIsBusy(true);
    try {
      await api(`/api/cohorts/${cohort.id}/learners/${encodeURIComponent(learner.id)}/extensions`, {
        method: 'PUT',
        body: { exercise, dueOn, reason } satisfies ExtensionInput,
        schema: async () => (await import('@/contracts/cohort-learner')).LearnerPageSchema,
      });
      onDone();
      onClose();
    } catch (cause) {
      setError(cause);
      setIsBusy(false);
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void send(String(new FormData(event.currentTarget).get('dueOn')));
  }

  const due = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: cohort.timeZone }).format(
    new Date(planned),
  );
  return (
    <Dialog
      title={t('title', { exercise: title, name: learner.name })}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      {(close) => (
        <form onSubmit={onSubmit} className="space-y-4">
          <p className="text-sm text-muted">{t('text', { due, zone: cohort.timeZone })}</p>
          <TextField
            label={t('dueOn')}
            name="dueOn"
            type="date"
            min={dayIn(cohort.timeZone, planned, 1)}
            required
            defaultValue={extension ? dayIn(cohort.timeZone, extension.due) : ''}
          />
          <TextField
            label={t('reason')}
            description={t('reasonHelp')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            required
            maxLength={2000}
          />
          {error !== null && (
            <Notice tone="fail" live>
              {errorText(error)}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-3">
            {extension && (
              <Button
                tone="danger"
                className="me-auto"
                disabled={isBusy || reason.trim() === ''}
                onClick={() => void send(null)}
              >
                {t('withdraw')}
              </Button>
            )}
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="submit" tone="primary" disabled={isBusy || reason.trim() === ''}>
              {t('set')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
