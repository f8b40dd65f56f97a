import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { RuleText } from '@/components/grades/rule-text';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { ATTEMPTS, type GradingInput, type GradingRule, type GradingSetup } from '@/contracts/gradebook';

const schema = async () => (await import('@/contracts/gradebook')).GradingSetupSchema;

interface Props {
  cohort: string;
  exercises: readonly { id: string; title: string }[];
}

/** How submissions become grades in a cohort: which counts, what late costs, what each exercise weighs. */
export function Grading({ cohort, exercises }: Props) {
  const errorText = useErrorText();
  const { data, error } = useFetched(`/api/cohorts/${cohort}/grading`, (path) => api(path, { schema }));
  if (error !== null) {
    return (
      <div className="mt-4">
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      </div>
    );
  }
  return data === null ? (
    <div className="min-h-96" aria-busy />
  ) : (
    <GradingForm loaded={data} {...{ cohort, exercises }} />
  );
}

function GradingForm({ loaded, cohort, exercises }: Props & { loaded: GradingSetup }) {
  const t = useTranslations('instructor.setup.grading');
  const [setup, setSetup] = useState(loaded);
  const { isBusy, problem, run } = useSending();
  const { rule, weights, isManager } = setup;
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = readForm(new FormData(event.currentTarget), weights);
    void run(async () => {
      setSetup(await api(`/api/cohorts/${cohort}/grading`, { method: 'PUT', body, schema }));
      showToast(t('saved'));
    });
  }

  return (
    <form onSubmit={save} className="mt-4">
      <div className="max-w-measure text-sm text-muted">
        <RuleText rule={rule} />
      </div>
      <fieldset disabled={!isManager} className="mt-4">
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <label className="flex min-w-0 flex-col gap-1.5">
            <span className="text-sm font-semibold">{t('attempts')}</span>
            <select
              name="attempts"
              defaultValue={rule.attempts}
              className="min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base disabled:opacity-50"
            >
              {ATTEMPTS.map((which) => (
                <option key={which} value={which}>
                  {t(which)}
                </option>
              ))}
            </select>
          </label>
          <TextField
            {...{ label: t('percentPerDay'), description: t('percentPerDayHelp'), name: 'percentPerDay' }}
            {...{ type: 'number', inputMode: 'numeric', min: 0, max: 100, required: true }}
            defaultValue={rule.late.percentPerDay}
          />
          <TextField
            {...{ label: t('most'), name: 'most', type: 'number', inputMode: 'numeric' }}
            {...{ min: 0, max: 100, required: true }}
            defaultValue={rule.late.most}
          />
          <TextField
            {...{ label: t('nothingAfter'), description: t('nothingAfterHelp'), name: 'nothingAfter' }}
            {...{ type: 'number', inputMode: 'numeric', min: 0, max: 365 }}
            defaultValue={rule.late.nothingAfter ?? ''}
          />
        </div>
        {weights.length > 0 && (
          <details className="mt-5">
            <summary className="cursor-pointer text-sm font-semibold">{t('weights')}</summary>
            <p className="mt-2 max-w-measure text-sm text-muted">{t('weightsText')}</p>
            <ul className="mt-2 border-t border-line">
              {weights.map(({ exercise, weight }) => {
                const title = titles.get(exercise) ?? exercise;
                return (
                  <li key={exercise} className="flex items-center justify-between gap-4 border-b border-line py-2">
                    <span className="min-w-0">{title}</span>
                    <input
                      type="number"
                      inputMode="decimal"
                      name={exercise}
                      aria-label={t('weightOf', { title })}
                      defaultValue={weight}
                      min={0}
                      max={1000}
                      step="any"
                      required
                      className="min-h-11 w-24 shrink-0 rounded-md border border-edge bg-raised px-2 text-end text-sm tabular-nums disabled:opacity-50"
                    />
                  </li>
                );
              })}
            </ul>
          </details>
        )}
      </fieldset>
      {isManager && (
        <Button type="submit" tone="primary" disabled={isBusy} className="mt-5">
          {t('save')}
        </Button>
      )}
      {problem !== null && (
        <div className="mt-4">
          <Notice tone="fail" live>
            {problem}
          </Notice>
        </div>
      )}
    </form>
  );
}

function readForm(fields: FormData, weights: GradingSetup['weights']): GradingInput {
  const text = (name: string) => String(fields.get(name) ?? '');
  return {
    rule: {
      attempts: text('attempts') as GradingRule['attempts'],
      late: {
        percentPerDay: Number(text('percentPerDay')),
        most: Number(text('most')),
        nothingAfter: text('nothingAfter') === '' ? null : Number(text('nothingAfter')),
      },
    },
    weights: weights.map(({ exercise }) => ({ exercise, weight: Number(text(exercise)) })),
  };
}
