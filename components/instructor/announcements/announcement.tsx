import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { UserText } from '@/components/discussion/user-text';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import type { StaffAnnouncement } from '@/contracts/announcement';

/** One announcement as staff see it: its state, whom it is for, how many have read it. */
export function Announcement({
  path,
  announcement,
  timeZone,
  onEdit,
  onRemoved,
}: {
  path: string;
  announcement: StaffAnnouncement;
  timeZone: string;
  onEdit(): void;
  onRemoved(): void;
}) {
  const t = useTranslations('instructor.announcements');
  const format = useFormatter();
  const errorText = useErrorText();
  const [isAsking, setIsAsking] = useState(false);
  const { id, title, body, locale, author, teams, state, scheduledFor, sentAt, editedAt, receipts } = announcement;
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  // By the cohort's clock already.
  const wall = (local: string) =>
    format.dateTime(new Date(`${local}Z`), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

  async function remove() {
    try {
      await api(`${path}/${id}`, {
        method: 'DELETE',
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      onRemoved();
    } catch (error) {
      showToast(errorText(error));
    }
  }

  return (
    <article aria-labelledby={id}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id={id} lang={locale} className="min-w-0 text-lg font-semibold [overflow-wrap:anywhere]">
          {title}
        </h2>
        <span className="ms-auto flex gap-2">
          <Button size="small" onClick={onEdit} aria-label={t('editLabel', { title })}>
            {t('edit')}
          </Button>
          {state !== 'sent' && (
            <Button size="small" onClick={() => setIsAsking(true)} aria-label={t('removeLabel', { title })}>
              {t('remove')}
            </Button>
          )}
        </span>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
        <span className="font-semibold">
          {state === 'scheduled' && scheduledFor !== null
            ? t('state.scheduled', { at: wall(scheduledFor), zone: timeZone })
            : state === 'sent' && sentAt !== null
              ? t('state.sent', { at: moment(sentAt) })
              : t('state.draft')}
        </span>
        {editedAt !== null && <span>{t('edited', { at: moment(editedAt) })}</span>}
        <span className="[overflow-wrap:anywhere]">
          {teams === null ? t('toAll') : t('toTeams', { teams: teams.map(({ name }) => name).join(', ') || '–' })}
        </span>
        <span className="[overflow-wrap:anywhere]">{author ?? t('gone')}</span>
        {state === 'sent' && <span data-receipts>{t('receipts', receipts)}</span>}
      </p>
      <div lang={locale} className="mt-3 [overflow-wrap:anywhere]">
        <UserText text={body} />
      </div>
      <Dialog role="alertdialog" title={t('removeTitle')} isOpen={isAsking} onOpenChange={setIsAsking}>
        {(close) => (
          <>
            <p className="text-sm">{t('removeText')}</p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                tone="danger"
                onClick={() => {
                  close();
                  void remove();
                }}
              >
                {t('remove')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </article>
  );
}
