'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Notice } from '@/components/ui/notice';

/** The reader's own grade in an exercise, where an instructor set it: by whom, when and why. */
export function OwnOverride({ exercise }: { exercise: string }) {
  const t = useTranslations('workbench.override');
  const format = useFormatter();
  const { me } = useMe();
  const standing = me?.exercises[exercise];
  // Who has no standing has none that was set. Another standing may be another override.
  const key = me?.viewer?.kind === 'member' && standing ? `${exercise} ${JSON.stringify(standing)}` : null;
  const { data } = useFetched(key, () =>
    api(`/api/overrides?${new URLSearchParams({ exercise })}`, {
      schema: async () => (await import('@/contracts/cohort-learner')).OwnOverrideSchema,
    }),
  );
  const override = data?.override;
  if (!override) return null;
  const { passed, score, maxScore, by, at, reason } = override;
  return (
    <div className="mb-4" data-override>
      <Notice>
        <p className="font-semibold">{t(passed ? 'passed' : 'notPassed', { score: `${score} / ${maxScore}` })}</p>
        <p>{t('by', { name: by ?? t('gone'), day: format.dateTime(new Date(at), { dateStyle: 'medium' }) })}</p>
        <p className="[overflow-wrap:anywhere]">{t('reason', { reason })}</p>
      </Notice>
    </div>
  );
}
