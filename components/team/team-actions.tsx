'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { Team } from '@/contracts/team';

/** Rename the team; leave it. */
export function TeamActions({ team, onChange, onLeft }: { team: Team; onChange(): void; onLeft(): void }) {
  const t = useTranslations('team');
  const errorText = useErrorText();
  const [open, setOpen] = useState<'rename' | 'leave' | null>(null);
  const [error, setError] = useState<string | null>(null);
  const show = (what: typeof open) => {
    setError(null);
    setOpen(what);
  };

  async function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    try {
      await api(`/api/teams/${team.id}`, {
        method: 'PUT',
        body: { name },
        schema: async () => (await import('@/contracts/team')).TeamAnswerSchema,
      });
      setOpen(null);
      onChange();
    } catch (cause) {
      setError(cause instanceof ApiError && cause.code === 'conflict' ? t('rename.taken') : errorText(cause));
    }
  }

  async function leave() {
    try {
      await api(`/api/teams/${team.id}/members`, {
        method: 'DELETE',
        schema: async () => (await import('@/contracts/team')).OkSchema,
      });
      setOpen(null);
      onLeft();
    } catch (cause) {
      setError(errorText(cause));
    }
  }

  return (
    <span className="ms-auto flex flex-wrap gap-2">
      <Button size="small" tone="plain" onClick={() => show('rename')}>
        {t('rename.do')}
      </Button>
      {team.viewer === 'member' && (
        <Button size="small" tone="plain" onClick={() => show('leave')}>
          {t('leave.do')}
        </Button>
      )}
      <Dialog title={t('rename.title')} isOpen={open === 'rename'} onOpenChange={(is) => show(is ? 'rename' : null)}>
        {(close) => (
          <form onSubmit={rename}>
            <TextField
              label={t('create.name')}
              description={t('create.help')}
              name="name"
              defaultValue={team.name}
              required
              maxLength={40}
              autoComplete="off"
              error={error}
            />
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button type="submit" tone="primary">
                {t('rename.save')}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
      <Dialog
        role="alertdialog"
        title={t('leave.do')}
        isOpen={open === 'leave'}
        onOpenChange={(is) => show(is ? 'leave' : null)}
      >
        {(close) => (
          <>
            <p className="text-sm">{t('leave.text')}</p>
            {error !== null && <Notice tone="fail">{error}</Notice>}
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button tone="danger" onClick={leave}>
                {t('leave.confirm')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </span>
  );
}
