import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { ApiScope } from '@/contracts/api-v1';

// As in contracts/, which would bring zod into the page.
const SCOPES = ['cohorts:read', 'roster:read', 'grades:read', 'submissions:read'] as const satisfies ApiScope[];
const DAYS = [30, 90, 365];
const USUAL_DAYS = 90;

/** Asks for another token. */
export function TokenForm({ path, onMade }: { path: string; onMade(secret: string): void }) {
  const t = useTranslations('instructor.connections');
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const scopes = fields.getAll('scopes');
    if (scopes.length === 0) {
      setTrouble(t('noScope'));
      return;
    }
    setIsBusy(true);
    setTrouble(null);
    try {
      const body = {
        ...{ name: String(fields.get('name')), scopes, days: Number(fields.get('days')) },
        everyCohort: fields.get('reach') === 'every',
      };
      const { secret } = await api(path, {
        method: 'POST',
        body,
        schema: async () => (await import('@/contracts/api-token')).ApiTokenMadeSchema,
      });
      form.reset();
      onMade(secret);
    } catch (error) {
      setTrouble(errorText(error));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={make} className="mt-6 grid gap-5 rounded-md border border-line bg-surface p-5 sm:grid-cols-2">
      <TextField label={t('name')} description={t('nameHelp')} name="name" required maxLength={60} />
      <label className="flex min-w-0 flex-col gap-1.5">
        <span className="text-sm font-semibold">{t('days')}</span>
        <select
          name="days"
          defaultValue={USUAL_DAYS}
          className="min-h-11 w-full rounded-md border border-edge bg-raised px-3 text-base"
        >
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {t('inDays', { days })}
            </option>
          ))}
        </select>
      </label>
      <Choices legend={t('scopes')}>
        {SCOPES.map((scope) => (
          <label key={scope} className="flex min-h-11 items-start gap-2 py-1.5">
            <input type="checkbox" name="scopes" value={scope} className="mt-0.5 size-5 shrink-0 accent-accent" />
            <span>
              <code className="font-mono text-sm">{scope}</code>
              <span className="block text-sm text-muted">{t(`scope.${scope}`)}</span>
            </span>
          </label>
        ))}
      </Choices>
      <Choices legend={t('reach')}>
        {(['this', 'every'] as const).map((reach) => (
          <label key={reach} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="reach"
              value={reach}
              defaultChecked={reach === 'this'}
              className="size-5 accent-accent"
            />
            {t(`reaches.${reach}`)}
          </label>
        ))}
      </Choices>
      <div className="sm:col-span-2">
        <Button type="submit" tone="primary" disabled={isBusy}>
          {t('make')}
        </Button>
      </div>
      {trouble !== null && (
        <div className="sm:col-span-2">
          <Notice tone="fail" live>
            {trouble}
          </Notice>
        </div>
      )}
    </form>
  );
}

function Choices({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}
