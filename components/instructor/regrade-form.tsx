'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { RegradeInput, RegradeList } from '@/contracts/regrade';
import type { ExerciseChoice } from './regrades';

const FIELD = 'min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base';

function Choice({
  label,
  name,
  start,
  children,
}: {
  label: string;
  name: string;
  start?: string | undefined;
  children: ReactNode;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5">
      <span className="text-sm font-semibold">{label}</span>
      <select name={name} defaultValue={start} className={FIELD}>
        {children}
      </select>
    </label>
  );
}

/** Asks for a regrade. Nothing changes for learners by it: it is previewed first. */
export function RegradeForm({
  exercises,
  cohorts,
  everybody,
  onStarted,
}: {
  exercises: readonly ExerciseChoice[];
  onStarted(id: string): void;
} & Pick<RegradeList, 'cohorts' | 'everybody'>) {
  const t = useTranslations('instructor.regrades');
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);
  // `?exercise=`: from an exercise's own page. What there is none of chooses nothing.
  const [asked] = useState(() => new URLSearchParams(location.search).get('exercise'));
  const chosen = exercises.find(({ id }) => id === asked)?.id;
  const [message, setMessage] = useState<{ tone: 'fail' | 'info'; text: string } | null>(null);

  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const cohort = String(fields.get('cohort'));
    const body = {
      exercise: String(fields.get('exercise')),
      cohort: cohort === '' ? null : cohort,
      which: fields.get('which') as RegradeInput['which'],
      reason: String(fields.get('reason')),
    } satisfies RegradeInput;
    setIsBusy(true);
    setMessage(null);
    try {
      const { regrade } = await api('/api/regrades', {
        method: 'POST',
        body,
        schema: async () => (await import('@/contracts/regrade')).RegradeAnswerSchema,
      });
      if (regrade === null) setMessage({ tone: 'info', text: t('nothingToDo') });
      else {
        form.reset();
        onStarted(regrade.id);
      }
    } catch (error) {
      setMessage({ tone: 'fail', text: errorText(error) });
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={start} className="mt-8 grid gap-4 rounded-md border border-line bg-surface p-5 sm:grid-cols-2">
      <Choice label={t('exercise')} name="exercise" start={chosen}>
        {exercises.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Choice>
      <Choice label={t('whose')} name="cohort">
        {everybody && <option value="">{t('everybody')}</option>}
        {cohorts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={t('which')} name="which">
        <option value="outdated">{t('outdated')}</option>
        <option value="all">{t('all')}</option>
      </Choice>
      <TextField label={t('reason')} description={t('reasonHelp')} name="reason" required maxLength={2000} />
      <div className="sm:col-span-2">
        <Button type="submit" tone="primary" disabled={isBusy}>
          {t('start')}
        </Button>
      </div>
      {message && (
        <div className="sm:col-span-2">
          <Notice tone={message.tone} live>
            {message.text}
          </Notice>
        </div>
      )}
    </form>
  );
}
