'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { Thread, ThreadAction } from '@/contracts/discussion';
import { fetchPlaces, fetchThreads } from './discussion-api';

/** Staff give a thread to another team, or sort its posts into another thread of the same readers. */
export function MoveThread({
  thread,
  how,
  onMove,
  onClose,
}: {
  thread: Thread;
  how: 'move' | 'merge';
  onMove(action: ThreadAction): Promise<void>;
  onClose(): void;
}) {
  const t = useTranslations('discussion.thread');
  const shared = useTranslations('discussion');
  const errorText = useErrorText();
  const [reason, setReason] = useState('');
  const [target, setTarget] = useState('');
  const [error, setError] = useState<unknown>(null);
  const { data: choices, error: failure } = useFetched(`${how}:${thread.id}`, async () => {
    if (how === 'move') {
      const { places } = await fetchPlaces();
      const teams = places.find(({ cohort }) => cohort.id === thread.cohort.id)?.teams ?? [];
      return [{ id: 'none', name: t('wholeCohort') }, ...teams].filter(({ id }) => id !== (thread.team?.id ?? 'none'));
    }
    const place = `cohort=${thread.cohort.id}&team=${thread.team?.id ?? 'none'}&order=latest&limit=100`;
    const { threads } = await fetchThreads(place);
    return threads.filter(({ id }) => id !== thread.id).map(({ id, title }) => ({ id, name: title }));
  });

  async function send() {
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    try {
      await onMove(
        how === 'move'
          ? { action: 'move', team: target === 'none' ? null : target, ...why }
          : { action: 'merge', into: target, ...why },
      );
      onClose();
    } catch (cause) {
      setError(cause);
    }
  }

  const problem = error ?? failure;
  return (
    <Dialog title={t(how)} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
          className="space-y-4"
        >
          <p className="text-sm">{t(`${how}Text`)}</p>
          <label className="flex flex-col gap-1.5 text-sm font-semibold">
            {t(`${how}To`)}
            <select
              required
              value={target}
              onChange={(event) => setTarget(event.target.value)}
              className="min-h-11 rounded-md border border-edge bg-raised px-3 text-base font-normal"
            >
              <option value="">{choices?.length === 0 ? t('noChoice') : ''}</option>
              {choices?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <TextField
            label={shared('reason')}
            value={reason}
            maxLength={2_000}
            onChange={(event) => setReason(event.target.value)}
          />
          {problem !== null && (
            <Notice tone="fail" live>
              {errorText(problem)}
            </Notice>
          )}
          <div className="flex justify-end gap-3">
            <Button onClick={close}>{shared('cancel')}</Button>
            <Button type="submit" tone="primary" disabled={target === ''}>
              {t(how)}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
