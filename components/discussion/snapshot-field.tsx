import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import type { ExerciseChoice } from './exercise-names';
import { ExerciseSelect } from './exercise-select';

const listSchema = async () => (await import('@/contracts/learning')).SubmissionListSchema;

/** Chooses one of the writer's own submissions, which the post then shows as it was, with its report. */
export function SnapshotField({
  snapshot,
  exercises,
  onChange,
  onRemove,
}: {
  /** Id of the submission; null while none is chosen. */
  snapshot: string | null;
  exercises: readonly ExerciseChoice[];
  onChange(snapshot: string | null): void;
  onRemove(): void;
}) {
  const t = useTranslations('discussion.composer');
  const errorText = useErrorText();
  const [exercise, setExercise] = useState<string | null>(null);
  const { data, error } = useFetched(exercise, (id) =>
    api(`/api/submissions?exercise=${encodeURIComponent(id)}`, { schema: listSchema }),
  );
  const found = data?.submissions ?? [];
  const said = () => {
    if (error !== null) return errorText(error);
    if (data !== null && found.length === 0) return t('snapshotNone');
    return t(snapshot === null ? 'snapshotHelp' : 'snapshotChosen');
  };
  return (
    <fieldset className="space-y-2 border-t border-line px-3 py-3 text-xs text-muted">
      <legend className="sr-only">{t('snapshot')}</legend>
      <div className="flex flex-wrap items-center gap-3">
        <ExerciseSelect
          label={t('snapshotOf')}
          none={t('snapshotChoose')}
          value={exercise}
          exercises={exercises}
          onChange={(chosen) => {
            setExercise(chosen);
            onChange(null);
          }}
        />
        {found.length > 0 && (
          <label className="flex min-w-0 items-center gap-1.5">
            {t('snapshot')}
            <select
              value={snapshot ?? ''}
              onChange={({ target }) => onChange(target.value || null)}
              className="max-w-44 min-w-0 rounded-sm border border-edge bg-raised px-1.5 py-1 text-ink"
            >
              <option value="">{t('snapshotChoose')}</option>
              {found.map(({ id, number, score, maxScore }) => (
                <option key={id} value={id}>
                  #{number} {score === null ? '' : `(${score}/${maxScore})`}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button size="small" tone="plain" onClick={onRemove}>
          {t('removeSnapshot')}
        </Button>
      </div>
      <p aria-live="polite">{said()}</p>
    </fieldset>
  );
}
