'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { UserText } from '@/components/discussion/user-text';
import { onSessionEvent } from '@/components/session/events';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import type { OwnAnnouncements as Page } from '@/contracts/announcement';
import { fetchAnnouncements, markAnnouncementRead } from './announcements-api';

type One = Page['announcements'][number];

/** What was announced to the reader's cohorts and teams. Whose end has been on the screen is read. */
export function OwnAnnouncements() {
  const t = useTranslations('team.announcements');
  return <MembersGate text={t('membersOnly')}>{() => <Loaded />}</MembersGate>;
}

function Loaded() {
  const t = useTranslations('team.announcements');
  const errorText = useErrorText();
  const { data, error, reload } = useFetched('', fetchAnnouncements);
  const [older, setOlder] = useState<Page[]>([]);
  const [isBusy, setIsBusy] = useState(false);

  useEffect(
    () =>
      onSessionEvent(({ type }) => {
        if (type === 'inbox' || type === 'resync') reload();
      }),
    [reload],
  );

  // The address may name one, which comes after the page.
  const hasCome = data !== null;
  useEffect(() => {
    if (hasCome && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [hasCome]);

  if (data === null) {
    return error === null ? (
      <div className="min-h-dvh" aria-busy />
    ) : (
      <div className="mt-6">
        <Notice tone="fail">{errorText(error)}</Notice>
      </div>
    );
  }
  const pages = [data, ...older];
  const shown = new Map(pages.flatMap(({ announcements }) => announcements).map((one) => [one.id, one]));
  const next = pages.at(-1)?.next ?? null;

  async function more(before: string) {
    setIsBusy(true);
    try {
      const page = await fetchAnnouncements(`?before=${before}`);
      setOlder((now) => [...now, page]);
    } catch (cause) {
      showToast(errorText(cause));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <>
      {shown.size === 0 && <p className="mt-8 text-muted">{t('none')}</p>}
      <ul className="mt-6 border-t border-line">
        {[...shown.values()].map((announcement) => (
          <Announcement key={announcement.id} announcement={announcement} />
        ))}
      </ul>
      {next !== null && (
        <Button className="mt-6" disabled={isBusy} onClick={() => more(next)}>
          {t('older')}
        </Button>
      )}
    </>
  );
}

function Announcement({ announcement }: { announcement: One }) {
  const t = useTranslations('team.announcements');
  const format = useFormatter();
  const { id, title, body, locale, cohort, toTeams, author, sentAt, editedAt, isRead } = announcement;
  const end = useReadAtEnd(id, isRead);
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li id={id} className="scroll-mt-20 border-b border-line py-6" data-announcement={isRead ? 'read' : 'unread'}>
      <article aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`} lang={locale} className="text-lg font-semibold [overflow-wrap:anywhere]">
          {title}
          {!isRead && (
            <span className="ms-3 rounded-full bg-accent px-2 py-0.5 align-middle text-xs font-semibold text-on-accent">
              {t('new')}
            </span>
          )}
        </h2>
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted [overflow-wrap:anywhere]">
          <span>{t(toTeams ? 'toTeam' : 'toAll', { cohort: cohort.name })}</span>
          <span>{author ?? t('gone')}</span>
          <time dateTime={sentAt}>{moment(sentAt)}</time>
          {editedAt !== null && <span>{t('edited', { at: moment(editedAt) })}</span>}
        </p>
        <div lang={locale} className="mt-3 [overflow-wrap:anywhere]">
          <UserText text={body} />
        </div>
        <div ref={end} className="h-px" />
      </article>
    </li>
  );
}

/** Says once that an announcement is read when its end comes onto the screen. One that could not be told stays unread. */
function useReadAtEnd(id: string, isRead: boolean) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isRead || !end.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void markAnnouncementRead(id).catch(() => undefined);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [id, isRead]);
  return end;
}
