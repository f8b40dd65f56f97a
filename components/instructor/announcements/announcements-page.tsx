'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { StaffAnnouncement, StaffAnnouncements } from '@/contracts/announcement';
import { StaffPage } from '../staff-page';
import { Announcement } from './announcement';
import { AnnouncementEditor } from './editor';

const ask = (path: string): Promise<StaffAnnouncements> =>
  api(path, { schema: async () => (await import('@/contracts/announcement')).StaffAnnouncementsSchema });

/** What staff announce to a cohort: drafts, what waits for its hour, and what was sent, with how many have read it. */
export function CohortAnnouncements({ cohort }: { cohort: string }) {
  const path = `/api/cohorts/${cohort}/announcements`;
  const fetched = useFetched(path, ask);
  return <StaffPage fetched={fetched}>{(loaded) => <Loaded key={cohort} {...{ path, loaded }} />}</StaffPage>;
}

function Loaded({ path, loaded }: { path: string; loaded: StaffAnnouncements }) {
  const t = useTranslations('instructor.announcements');
  const errorText = useErrorText();
  const { me } = useMe();
  const [list, setList] = useState(loaded);
  /** Which one is written on: its id, or a new one. */
  const [open, setOpen] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { cohort, teams, now, announcements, next } = list;

  function onSaved(saved: StaffAnnouncement) {
    const isNew = announcements.every(({ id }) => id !== saved.id);
    setList({
      ...list,
      announcements: isNew
        ? [saved, ...announcements]
        : announcements.map((one) => (one.id === saved.id ? saved : one)),
    });
    setOpen(null);
    showToast(t(`done.${saved.state}`));
  }

  function onRemoved(id: string) {
    setList({ ...list, announcements: announcements.filter((one) => one.id !== id) });
    showToast(t('done.removed'));
  }

  /** The whole list anew: somebody else may have sent what is here a draft. */
  async function reload() {
    try {
      setList(await ask(path));
      setOpen(null);
    } catch (error) {
      showToast(errorText(error));
    }
  }

  async function more(before: string) {
    setIsBusy(true);
    try {
      const page = await ask(`${path}?before=${before}`);
      setList({ ...list, announcements: [...announcements, ...page.announcements], next: page.next });
    } catch (error) {
      showToast(errorText(error));
    } finally {
      setIsBusy(false);
    }
  }

  const editor = { path, cohort, teams, now, account: me?.viewer?.id ?? '', onSaved, onClose: () => setOpen(null) };
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        {open !== 'new' && (
          <Button tone="primary" onClick={() => setOpen('new')}>
            {t('new')}
          </Button>
        )}
      </div>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      {open === 'new' && <AnnouncementEditor {...editor} announcement={null} onConflict={reload} />}
      {announcements.length === 0 && open !== 'new' && <p className="mt-8 text-muted">{t('none')}</p>}
      <ul className="mt-8 border-line not-empty:border-t">
        {announcements.map((announcement) => (
          <li key={announcement.id} className="border-b border-line py-6" data-announcement={announcement.state}>
            {open === announcement.id ? (
              <AnnouncementEditor {...editor} announcement={announcement} onConflict={reload} />
            ) : (
              <Announcement
                {...{ path, announcement, timeZone: cohort.timeZone }}
                onEdit={() => setOpen(announcement.id)}
                onRemoved={() => onRemoved(announcement.id)}
              />
            )}
          </li>
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
