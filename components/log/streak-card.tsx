'use client';

import { useTranslations } from 'next-intl';
import type { Streak } from '@/contracts/log';

/** How far the habit has come, and what a missed day would cost. */
export function StreakCard({ streak }: { streak: Streak }) {
  const t = useTranslations('log.streak');
  return (
    <section aria-labelledby="log-streak" className="rounded-md border border-line bg-surface p-4 text-sm">
      <h2 id="log-streak" className="font-bold">
        {t('title')}
      </h2>
      <p className="mt-1 text-xl font-bold tabular-nums">{t('days', { count: streak.days })}</p>
      {streak.pauses > 0 && <p className="text-muted">{t('unbroken', { count: streak.unbroken })}</p>}
      <p className="mt-2">{t(streak.state, { count: streak.days })}</p>
      <p className="mt-1 text-muted">{t('tokens', { count: streak.tokensLeft })}</p>
      <details className="mt-2">
        <summary className="cursor-pointer text-muted">{t('rules')}</summary>
        <p className="mt-1 text-muted">{t('rulesText')}</p>
      </details>
    </section>
  );
}
