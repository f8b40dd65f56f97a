'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { SessionList } from '@/contracts/peer-session';
import type { Locale } from '@/grading/localized';
import { useRouter } from '@/i18n/navigation';
import { Failed } from './failed';
import { showDay } from './show-day';
import { useSessionEvents } from './use-session-events';

/** Today's peer session: what it is about, and the way in. */
export function TodayCard({ team }: { team: string }) {
  const t = useTranslations('team');
  const { data, error, reload } = useFetched(`/api/peer-sessions?team=${team}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/peer-session')).SessionListSchema }),
  );
  useSessionEvents((event) => {
    if ((event.type === 'session' && event.part === 'clock') || event.type === 'resync') reload();
  });
  return (
    <section className="rounded-md border border-edge bg-surface p-5" aria-labelledby="today">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h3 id="today" className="font-bold">
          {t('today.title')}
        </h3>
        <span className="ms-auto text-sm">
          <TextLink href={`/sessions?team=${team}`}>{t('archive.link')}</TextLink>
        </span>
      </div>
      <div className="min-h-24">
        {error !== null && data === null && <Failed error={error} retry={reload} />}
        {data &&
          (data.today.agenda === null ? <NoSession today={data.today} /> : <Day team={team} today={data.today} />)}
      </div>
    </section>
  );
}

type Today = SessionList['today'];

function NoSession({ today }: { today: Today }) {
  const t = useTranslations('team.today');
  const format = useFormatter();
  return (
    <p className="mt-3 text-muted">
      {t('none')} {today.next === null ? t('over') : t('next', { date: showDay(format, today.next) })}
    </p>
  );
}

function Day({ team, today }: { team: string; today: Today }) {
  const t = useTranslations('team.today');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const errorText = useErrorText();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { agenda, session } = today;
  if (agenda === null) return null;
  const minutes = agenda.items.reduce((sum, item) => sum + item.minutes, 0);
  const state = session?.state ?? 'idle';

  async function open() {
    setIsBusy(true);
    setError(null);
    try {
      const { id } = await api('/api/peer-sessions', {
        method: 'POST',
        body: { team },
        schema: async () => (await import('@/contracts/peer-session')).TodayAnswerSchema,
        retries: 2,
      });
      router.push(`/sessions/${id}`);
    } catch (cause) {
      setError(cause);
      setIsBusy(false);
    }
  }

  return (
    <>
      <p className="mt-2 text-sm text-muted">
        {agenda.plan
          ? t('day', { week: agenda.plan.week, day: agenda.plan.day })
          : t('number', { number: agenda.number })}
        {' · '}
        {t('minutes', { count: minutes })}
        {(state === 'running' || state === 'paused') && (
          <strong className="ms-2 font-semibold text-pass">{t('running')}</strong>
        )}
        {state === 'ended' && <span className="ms-2">{t('ended')}</span>}
      </p>
      {agenda.plan && <p className="mt-2 text-lg text-pretty">{agenda.plan.prompt[locale]}</p>}
      <p className="mt-4">
        <Button tone="primary" onClick={open} disabled={isBusy}>
          {t(state === 'idle' ? 'open' : 'resume')}
        </Button>
      </p>
      {error !== null && (
        <div className="mt-3">
          <Notice tone="fail" live>
            {errorText(error)}
          </Notice>
        </div>
      )}
    </>
  );
}
