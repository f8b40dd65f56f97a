'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { LearnerPage, LearnerStanding, OverrideInput } from '@/contracts/cohort-learner';
import { useCourseTitles } from './course-titles';

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
  const errorText = useErrorText();
  const title = useCourseTitles().exercise(exercise);
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function send(set: OverrideInput['override']) {
    setIsBusy(true);
    try {
      await api(`/api/cohorts/${cohort.id}/learners/${encodeURIComponent(learner.id)}/overrides`, {
        method: 'PUT',
        body: { exercise, override: set, reason } satisfies OverrideInput,
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
    const fields = new FormData(event.currentTarget);
    void send({ passed: fields.get('passed') === 'yes', score: Number(fields.get('score')) });
  }

  const isPassed = state === 'passed' || state === 'passed-after-solution';
  return (
    <Dialog
      title={t('title', { exercise: title, name: learner.name })}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      {(close) => (
        <form onSubmit={onSubmit} className="space-y-4">
          <p className="text-sm text-muted">{t('text')}</p>
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
            {override && (
              <Button
                tone="danger"
                className="me-auto"
                disabled={isBusy || reason.trim() === ''}
                onClick={() => void send(null)}
              >
                {t('restore')}
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
