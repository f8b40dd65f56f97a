'use client';

import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type * as z from 'zod';
import { api, nothing } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import type { SessionsSchema } from '@/contracts/account';
import { describeDevice } from './device';
import { SettingsSection } from './settings-section';
import { useSignOut } from './use-sign-out';

type Session = z.infer<typeof SessionsSchema>['sessions'][number];

export function SessionsSection() {
  const t = useTranslations('account.settings.sessions');
  const tMenu = useTranslations('account.menu');
  const signOut = useSignOut();
  const errorText = useErrorText();
  const [sessions, setSessions] = useState<Session[] | null>(null);
  const [error, setError] = useState<unknown>(null);

  const load = useCallback(async () => {
    try {
      const answer = await api('/api/account/sessions', {
        schema: async () => (await import('@/contracts/account')).SessionsSchema,
      });
      setSessions(answer.sessions);
      setError(null);
    } catch (cause) {
      setError(cause);
    }
  }, []);
  useEffect(() => void load(), [load]);

  async function end(which: { id: string } | { others: true }) {
    try {
      await api('/api/account/sessions', { method: 'DELETE', body: which, schema: nothing });
      showToast(t('ended'));
    } catch (cause) {
      setError(cause);
    }
    await load();
  }

  return (
    <SettingsSection title={t('title')} intro={t('intro')}>
      {error !== null && <Notice tone="fail">{errorText(error)}</Notice>}
      <ul className="min-h-16 divide-y divide-line">
        {sessions?.map((session) => (
          <SessionRow key={session.id} session={session} end={() => end({ id: session.id })} />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button onClick={signOut}>{tMenu('signOut')}</Button>
        {(sessions?.length ?? 0) > 1 && <Button onClick={() => end({ others: true })}>{t('endOthers')}</Button>}
      </div>
    </SettingsSection>
  );
}

function SessionRow({ session, end }: { session: Session; end(): void }) {
  const t = useTranslations('account.settings.sessions');
  const format = useFormatter();
  const now = useNow();
  const device = describeDevice(session.userAgent);
  const name = device === null ? t('unknownDevice') : t('device', device);
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="font-semibold">{name}</p>
        <p className="text-xs text-muted">
          {t('lastUsed', { when: format.relativeTime(new Date(session.lastUsedAt), now) })}
          {session.address !== '' && ` · ${session.address}`}
        </p>
      </div>
      {session.current ? (
        <span className="shrink-0 text-sm font-semibold text-pass">{t('current')}</span>
      ) : (
        <Button size="small" aria-label={t('endOf', { device: name })} onClick={end}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
