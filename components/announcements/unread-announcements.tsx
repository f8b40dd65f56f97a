'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { onSessionEvent } from '@/components/session/events';
import { useFetched } from '@/components/session/use-fetched';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { fetchAnnouncements } from './announcements-api';

/** Titles that are named here; the page has them all. */
const SHOWN = 3;

/** What was announced and is not read yet, and the way to all that was. */
export function UnreadAnnouncements() {
  const t = useTranslations('team.announcements');
  const { data, reload } = useFetched('?unread=true', fetchAnnouncements);

  useEffect(
    () =>
      onSessionEvent(({ type }) => {
        if (type === 'inbox' || type === 'resync') reload();
      }),
    [reload],
  );

  const unread = data?.announcements ?? [];
  return (
    <div className="mt-6 space-y-3" data-unread-announcements={unread.length}>
      {unread.slice(0, SHOWN).map(({ id, title, locale, cohort }) => (
        <Notice key={id} tone="warn">
          <span className="font-semibold">{t('new')}</span> · {cohort.name} ·{' '}
          <TextLink href={`/announcements#${id}`} lang={locale} className="[overflow-wrap:anywhere]">
            {title}
          </TextLink>
        </Notice>
      ))}
      <p className="text-sm">
        <TextLink href="/announcements">{t('all')}</TextLink>
      </p>
    </div>
  );
}
