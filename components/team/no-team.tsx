'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { OwnTeams } from '@/contracts/team';
import { CodeForm } from './code-form';

/** For a learner without a team: make one, or join one. */
export function NoTeam({ cohort, onChange }: { cohort: OwnTeams['cohorts'][number]; onChange(): void }) {
  const t = useTranslations('team');
  return (
    <section className="mt-8">
      <h2 className="text-lg font-bold">{t('noTeam.title')}</h2>
      <p className="mt-2 max-w-measure text-pretty">{t('noTeam.text')}</p>
      <div className="mt-6 grid gap-6 md:grid-cols-2">
        <div className="rounded-md border border-line bg-surface p-5">
          <h3 className="font-bold">{t('create.title')}</h3>
          <CreateForm cohort={cohort.id} onMade={onChange} />
        </div>
        <div className="rounded-md border border-line bg-surface p-5">
          <h3 className="font-bold">{t('joinTitle')}</h3>
          <CodeForm />
        </div>
      </div>
    </section>
  );
}

function CreateForm({ cohort, onMade }: { cohort: string; onMade(): void }) {
  const t = useTranslations('team.create');
  const errorText = useErrorText();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    setIsBusy(true);
    setError(null);
    try {
      await api('/api/teams', {
        method: 'POST',
        body: { cohort, name },
        schema: async () => (await import('@/contracts/team')).TeamAnswerSchema,
      });
      onMade();
    } catch (cause) {
      setError(cause instanceof ApiError && cause.code === 'conflict' ? t('taken') : errorText(cause));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={make} className="mt-4 flex max-w-sm flex-col items-start gap-3">
      <TextField
        label={t('name')}
        description={t('help')}
        name="name"
        required
        maxLength={40}
        autoComplete="off"
        error={error}
        className="w-full"
      />
      <Button type="submit" tone="primary" disabled={isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}
