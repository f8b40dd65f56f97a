import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import {
  COHORT_KINDS,
  RETENTION_KINDS,
  type Retention,
  type RetentionInput,
  type RetentionKind,
} from '@/contracts/privacy';

/** How many days each kind is kept, of the site or of one cohort, and what would go now. */
export function RetentionForm({ retention, onChange }: { retention: Retention; onChange(): void }) {
  const t = useTranslations('instructor.privacy');
  const errorText = useErrorText();
  const [scope, setScope] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const cohort = retention.cohorts.find(({ id }) => id === scope) ?? null;
  const kinds: readonly RetentionKind[] = cohort === null ? RETENTION_KINDS : COHORT_KINDS;
  const due = Object.values(retention.due).reduce((sum, count) => sum + count, 0);

  async function save(kind: RetentionKind, days: RetentionInput['days']) {
    setIsBusy(true);
    try {
      await api('/api/site/retention', {
        method: 'PUT',
        body: { cohort: cohort?.id ?? null, kind, days } satisfies RetentionInput,
        schema: async () => (await import('@/contracts/privacy')).RetentionSchema,
      });
      showToast(t('saved'));
      onChange();
    } catch (error) {
      showToast(errorText(error));
    } finally {
      setIsBusy(false);
    }
  }

  async function applyNow() {
    setIsBusy(true);
    try {
      const { removed } = await api('/api/site/retention', {
        method: 'POST',
        schema: async () => (await import('@/contracts/privacy')).RetentionAppliedSchema,
      });
      showToast(t('removed', { count: Object.values(removed).reduce((sum, count) => sum + count, 0) }));
      onChange();
    } catch (error) {
      showToast(errorText(error));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <>
      <label className="mt-4 flex max-w-md flex-col gap-1.5">
        <span className="text-sm font-semibold">{t('scope')}</span>
        <select
          value={scope ?? ''}
          onChange={({ target }) => setScope(target.value || null)}
          className="min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base"
        >
          <option value="">{t('wholeSite')}</option>
          {retention.cohorts.map(({ id, name, archived }) => (
            <option key={id} value={id}>
              {archived ? t('archivedCohort', { name }) : name}
            </option>
          ))}
        </select>
      </label>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {kinds.map((kind) => {
          const own = cohort === null ? retention.site[kind] : cohort.days[kind];
          const shown = own === undefined ? retention.site[kind] : own;
          return (
            <li key={kind} data-retention={kind} className="py-3">
              <DaysForm
                key={`${scope} ${own === undefined}`}
                label={t(`kinds.${kind}`)}
                help={t(`kindsHelp.${kind}`)}
                days={shown}
                note={cohort !== null && own === undefined ? t('asSite') : t('due', { count: retention.due[kind] })}
                isBusy={isBusy}
                onSave={(days) => save(kind, days)}
                {...(cohort !== null && own !== undefined && { onReset: () => save(kind, 'site') })}
              />
            </li>
          );
        })}
      </ul>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button tone="danger" disabled={isBusy || due === 0} onClick={applyNow}>
          {t('apply', { count: due })}
        </Button>
        <p className="text-sm text-muted">{t('applyHelp')}</p>
      </div>
      <Applied applied={retention.applied} />
    </>
  );
}

function DaysForm({
  label,
  help,
  days,
  note,
  isBusy,
  onSave,
  onReset,
}: {
  label: string;
  help: string;
  days: number | null;
  note: string;
  isBusy: boolean;
  onSave(days: number | null): void;
  onReset?: () => void;
}) {
  const t = useTranslations('instructor.privacy');
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('days')).trim();
    onSave(text === '' ? null : Number(text));
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <label className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <span className="font-semibold">{label}</span>
        <span className="text-xs text-muted">{help}</span>
        <span className="flex items-center gap-2">
          <input
            name="days"
            type="number"
            inputMode="numeric"
            min={1}
            max={3650}
            step={1}
            defaultValue={days ?? ''}
            placeholder={t('forever')}
            className="min-h-11 w-32 rounded-md border border-edge bg-raised px-3 text-base tabular-nums placeholder:text-muted"
          />
          <span className="text-sm">{t('days')}</span>
        </span>
      </label>
      <span className="flex flex-wrap items-center gap-3">
        <span className="text-sm text-muted tabular-nums">{note}</span>
        <Button type="submit" size="small" disabled={isBusy} aria-label={t('saveLabel', { kind: label })}>
          {t('save')}
        </Button>
        {onReset && (
          <Button size="small" tone="plain" disabled={isBusy} onClick={onReset}>
            {t('reset')}
          </Button>
        )}
      </span>
    </form>
  );
}

function Applied({ applied }: Pick<Retention, 'applied'>) {
  const t = useTranslations('instructor.privacy');
  const format = useFormatter();
  if (applied.length === 0) return null;
  return (
    <details className="mt-4 text-sm">
      <summary className="cursor-pointer text-accent">{t('applied')}</summary>
      <ul className="mt-2 space-y-1">
        {applied.map(({ at, removed }) => (
          <li key={at}>
            <time dateTime={at} className="text-muted tabular-nums">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>{' '}
            {RETENTION_KINDS.filter((kind) => removed[kind] > 0)
              .map((kind) => `${t(`kinds.${kind}`)}: ${format.number(removed[kind])}`)
              .join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
