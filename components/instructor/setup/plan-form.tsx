import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { PlanInput } from '@/contracts/cohort-settings';

type Planned = PlanInput['exercises'][number];

const DATE = 'min-h-11 w-full rounded-md border border-edge bg-raised px-2 text-sm disabled:opacity-50';

/** Which exercises the cohort has, when each opens and is due. Saved as a whole. */
export function PlanForm({
  plan,
  exercises,
  isDisabled,
  onSave,
  onLayOut,
}: {
  plan: readonly Planned[];
  exercises: readonly { id: string; title: string }[];
  isDisabled: boolean;
  onSave: (plan: PlanInput) => Promise<void>;
  onLayOut: () => Promise<void>;
}) {
  const t = useTranslations('instructor.setup');
  const errorText = useErrorText();
  const [rows, setRows] = useState(() => new Map(plan.map((planned) => [planned.exercise, planned])));
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);

  function change(exercise: string, planned: Planned | null) {
    const next = new Map(rows);
    if (planned === null) next.delete(exercise);
    else next.set(exercise, planned);
    setRows(next);
  }

  async function run(work: () => Promise<void>) {
    setIsBusy(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(error);
    } finally {
      setIsBusy(false);
    }
  }

  function save(event: FormEvent) {
    event.preventDefault();
    run(() => onSave({ exercises: [...rows.values()] }));
  }

  return (
    <form onSubmit={save} className="mt-4">
      <fieldset disabled={isDisabled}>
        <ul className="border-t border-line">
          {exercises.map(({ id, title }) => (
            <PlanRow
              key={id}
              title={title}
              planned={rows.get(id) ?? null}
              onChange={(dates) => change(id, dates && { exercise: id, ...dates })}
            />
          ))}
        </ul>
      </fieldset>
      {!isDisabled && (
        <p className="mt-5 flex flex-wrap gap-3">
          <Button type="submit" tone="primary" disabled={isBusy}>
            {t('savePlan')}
          </Button>
          <Button onClick={() => setIsAsking(true)} disabled={isBusy}>
            {t('layOut')}
          </Button>
        </p>
      )}
      {trouble !== null && (
        <div className="mt-4">
          <Notice tone="fail" live>
            {errorText(trouble)}
          </Notice>
        </div>
      )}
      <Dialog role="alertdialog" title={t('layOut')} isOpen={isAsking} onOpenChange={setIsAsking}>
        {(close) => (
          <>
            <p className="text-sm">{t('layOutText')}</p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  close();
                  run(onLayOut);
                }}
              >
                {t('layOut')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </form>
  );
}

function PlanRow({
  title,
  planned,
  onChange,
}: {
  title: string;
  planned: Omit<Planned, 'exercise'> | null;
  /** Null: out of the plan. */
  onChange: (planned: Omit<Planned, 'exercise'> | null) => void;
}) {
  const t = useTranslations('instructor.setup');
  return (
    <li className="grid grid-cols-2 items-center gap-x-3 gap-y-1 border-b border-line py-2 sm:grid-cols-[1fr_10rem_10rem]">
      <label className="col-span-2 flex min-h-11 items-center gap-3 sm:col-span-1">
        <input
          type="checkbox"
          checked={planned !== null}
          onChange={({ target }) => onChange(target.checked ? { opensOn: null, dueOn: null } : null)}
          className="size-5 shrink-0 accent-accent"
        />
        {title}
      </label>
      {planned !== null && (
        <>
          <input
            type="date"
            aria-label={t('opensOn', { title })}
            value={planned.opensOn ?? ''}
            onChange={({ target }) => onChange({ ...planned, opensOn: target.value || null })}
            className={DATE}
          />
          <input
            type="date"
            aria-label={t('dueOn', { title })}
            value={planned.dueOn ?? ''}
            min={planned.opensOn ?? undefined}
            onChange={({ target }) => onChange({ ...planned, dueOn: target.value || null })}
            className={DATE}
          />
        </>
      )}
    </li>
  );
}
