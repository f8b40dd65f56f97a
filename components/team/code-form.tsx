'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useRouter } from '@/i18n/navigation';

/** Takes a code, of a cohort or of a team, to the page that says what it opens. */
export function CodeForm() {
  const t = useTranslations('team.code');
  const errorText = useErrorText();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function go(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('code'));
    setIsBusy(true);
    setError(null);
    try {
      const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
      await api(`/api/teams/join?code=${encodeURIComponent(code)}`, {
        schema: async () => (await import('@/contracts/team')).JoinPreviewSchema,
      });
      router.push(`/join/${encodeURIComponent(code)}`);
    } catch (cause) {
      const isUnknown = cause instanceof ApiError && ['not-found', 'invalid-input'].includes(cause.code);
      setError(isUnknown ? t('unknown') : errorText(cause));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={go} className="mt-4 flex max-w-sm flex-col items-start gap-3">
      <TextField
        label={t('label')}
        description={t('help')}
        name="code"
        required
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={error}
        className="w-full"
      />
      <Button type="submit" disabled={isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}
