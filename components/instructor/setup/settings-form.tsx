import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { type CohortSettings, SOLUTIONS_OPEN } from '@/contracts/cohort-settings';

const FIELD = 'min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base disabled:opacity-50';
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** What a cohort is set to. Shows what went wrong and keeps what was typed. */
export function SettingsForm({
  initial,
  isDisabled = false,
  submit,
  onSave,
}: {
  initial: CohortSettings;
  isDisabled?: boolean;
  /** On the button. */
  submit: string;
  onSave: (settings: CohortSettings) => Promise<void>;
}) {
  const t = useTranslations('instructor.setup');
  const [startsOn, setStartsOn] = useState(initial.startsOn);
  const { isBusy, problem, run } = useSending();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const settings = readForm(new FormData(event.currentTarget));
    void run(() => onSave(settings));
  }

  return (
    <form onSubmit={save} className="mt-6">
      <fieldset disabled={isDisabled} className="grid gap-5 sm:grid-cols-2">
        <TextField label={t('name')} name="name" defaultValue={initial.name} required maxLength={40} />
        <Choice label={t('timeZone')} name="timeZone" initial={initial.timeZone}>
          {timeZones(initial.timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Choice>
        <TextField
          label={t('startsOn')}
          name="startsOn"
          type="date"
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
          required
        />
        <TextField
          label={t('endsOn')}
          description={t('endsOnHelp')}
          name="endsOn"
          type="date"
          defaultValue={initial.endsOn ?? ''}
          min={startsOn}
        />
        <Weekdays initial={initial.sessionDays} />
        <TextField
          label={t('teamSize')}
          name="teamSize"
          type="number"
          min={1}
          max={20}
          defaultValue={initial.teamSize}
          required
        />
        <Choice label={t('solutionsOpen')} name="solutionsOpen" initial={initial.solutionsOpen}>
          {SOLUTIONS_OPEN.map((when) => (
            <option key={when} value={when}>
              {t(`solutions.${when}`)}
            </option>
          ))}
        </Choice>
        <label className="flex min-h-11 items-center gap-3 sm:col-span-2">
          <input
            type="checkbox"
            name="countAfterSolution"
            defaultChecked={initial.countAfterSolution}
            className="size-5 accent-accent"
          />
          {t('countAfterSolution')}
        </label>
      </fieldset>
      {!isDisabled && (
        <Button type="submit" tone="primary" disabled={isBusy} className="mt-5">
          {submit}
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

function readForm(fields: FormData): CohortSettings {
  const text = (name: string) => String(fields.get(name) ?? '');
  return {
    ...{ name: text('name'), timeZone: text('timeZone'), startsOn: text('startsOn'), endsOn: text('endsOn') || null },
    sessionDays: fields.getAll('sessionDays').map(Number),
    teamSize: Number(text('teamSize')),
    solutionsOpen: text('solutionsOpen') as CohortSettings['solutionsOpen'],
    countAfterSolution: fields.has('countAfterSolution'),
  };
}

/** All that the browser knows, and the one that is set. */
function timeZones(own: string): string[] {
  return [...new Set([own, ...Intl.supportedValuesOf('timeZone')])].sort();
}

function Choice({
  label,
  name,
  initial,
  children,
}: {
  label: string;
  name: string;
  initial: string;
  children: ReactNode;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5">
      <span className="text-sm font-semibold">{label}</span>
      <select name={name} defaultValue={initial} className={FIELD}>
        {children}
      </select>
    </label>
  );
}

function Weekdays({ initial }: { initial: readonly number[] }) {
  const t = useTranslations('instructor.setup');
  const locale = useLocale();
  // The first of January 2024 was a Monday.
  const nameOf = (day: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
  return (
    <fieldset className="sm:col-span-2">
      <legend className="text-sm font-semibold">{t('sessionDays')}</legend>
      <div className="mt-1.5 flex flex-wrap gap-x-5">
        {WEEK.map((day) => (
          <label key={day} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="sessionDays"
              value={day}
              defaultChecked={initial.includes(day)}
              className="size-5 accent-accent"
            />
            {nameOf(day)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
