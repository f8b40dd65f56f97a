'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { showToast } from '@/components/ui/toast';
import type { Sharing } from '@/contracts/team';

const CHOICES: readonly Sharing[] = ['NOTHING', 'STATES', 'DETAILS'];

/** What teammates may see of the reader's progress. */
export function SharingChoice({ cohort, shares, onSaved }: { cohort: string; shares: Sharing; onSaved(): void }) {
  const t = useTranslations('team.sharing');
  const errorText = useErrorText();
  const name = useId();
  /** Chosen and not yet heard of from the server. */
  const [wanted, setWanted] = useState<Sharing | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the server's word ends the reader's
  useEffect(() => setWanted(null), [shares]);

  async function choose(choice: Sharing) {
    setWanted(choice);
    try {
      await api('/api/teams/sharing', {
        method: 'PUT',
        body: { cohort, shares: choice },
        schema: async () => (await import('@/contracts/team')).OwnTeamsSchema,
        retries: 1,
      });
      showToast(t('saved'));
    } catch (cause) {
      setWanted(null);
      showToast(errorText(cause));
    }
    onSaved();
  }

  return (
    <fieldset className="mt-5 border-t border-line pt-4">
      <legend className="float-left mb-2 w-full text-sm font-semibold">{t('title')}</legend>
      <div className="clear-both flex flex-wrap gap-x-5 gap-y-2">
        {CHOICES.map((choice) => (
          <label key={choice} className="flex min-h-8 items-center gap-2 text-sm">
            <input type="radio" name={name} checked={choice === (wanted ?? shares)} onChange={() => choose(choice)} />
            {t(choice)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
