'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { ApiError, api, nothing } from '@/components/session/api';
import { draftStatus } from '@/components/session/draft-machine';
import { readLocal, writeLocal } from '@/components/session/local-store';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import {
  type LogChange,
  type LogField,
  LogSavedSchema,
  type LogVisibility,
  LogVisibilitySchema,
} from '@/contracts/log';
import { DoneList } from './done-list';
import { EntryFields } from './entry-fields';
import { bothOf, fieldsOf, gathered, textOf, withLine } from './fields-text';
import { showDay, zoneOfReader } from './show-day';
import { useEntry } from './use-entry';
import { VisibilityChoice } from './visibility-choice';

/** Friday to Sunday: then a week can be summed up. */
const SUMMARY_DAYS = [5, 6, 0];
const LAST_CHOICE = 'peergrad:log-visibility';

/** One day's entry: what was done, the five fields, posting and who may read it. `onChange`: it was posted, shared or deleted. */
export function DayEditor({ asked, onChange }: { asked: string | null; onChange(): void }) {
  const t = useTranslations('log');
  const locale = useLocale();
  const errorText = useErrorText();
  const { sync, draft, day } = useEntry(asked);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<LogVisibility>(() => lastChoice());
  const [isDeleting, setIsDeleting] = useState(false);
  const followed = useRef(draft.followed);

  useEffect(() => {
    if (draft.followed > followed.current) showToast(t('followed'));
    followed.current = draft.followed;
  }, [draft.followed, t]);

  if (day === null) {
    return (
      <div className="min-h-dvh" aria-busy={draft.trouble === null}>
        {draft.trouble && (
          <Notice tone="fail" live>
            {errorText(new ApiError(draft.trouble, 0))}
          </Notice>
        )}
      </div>
    );
  }
  const status = draftStatus(draft);
  const fields = fieldsOf(draft.text);
  const { entry, activity, isOpen, week } = day;
  const isPosted = entry !== null && entry.postedAt !== null;
  const canWrite = isOpen || entry !== null;

  async function change(body: LogChange) {
    setIsBusy(true);
    setProblem(null);
    try {
      await sync.saved();
      const id = sync.day.get()?.entry?.id;
      if (id === undefined) return setProblem(t('emptyPost'));
      const answer = await api(`/api/log/entries/${id}`, { method: 'PUT', body, schema: LogSavedSchema });
      sync.changed(answer.entry);
      onChange();
    } catch (error) {
      const isEmpty = error instanceof ApiError && error.code === 'invalid-input';
      setProblem(isEmpty ? t('emptyPost') : errorText(error));
    } finally {
      setIsBusy(false);
    }
  }

  function choose(visibility: LogVisibility) {
    setChosen(visibility);
    writeLocal(LAST_CHOICE, visibility);
    if (isPosted) void change({ action: 'share', visibility });
  }

  function insert(field: LogField, line: string) {
    sync.edit(textOf({ ...fields, [field]: withLine(fields[field], line) }));
    showToast(t('done.inserted', { field: t(`fields.${field}`) }));
  }

  const isSummaryDay = SUMMARY_DAYS.includes(new Date(`${day.day}T00:00:00Z`).getUTCDay());
  return (
    <div data-log-day={day.day}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="text-lg font-bold">{showDay(day.day, locale)}</h2>
        <span
          role="status"
          data-draft={status}
          className={`text-xs ${{ refused: 'text-fail', unreachable: 'text-warn', conflict: 'text-warn' }[status as string] ?? 'text-muted'}`}
        >
          {status === 'saved' && entry === null ? '' : t(`state.${status}`)}
        </span>
        {isPosted && (
          <span className="rounded-full bg-pass-soft px-2 text-xs font-semibold text-pass">{t('posted')}</span>
        )}
      </div>
      <DoneList activity={activity} isToday={day.day === day.today} onInsert={canWrite ? insert : null} />
      {!canWrite && <p className="mt-6 text-muted">{t('closed')}</p>}
      {canWrite && (
        <>
          {isSummaryDay && week.length > 1 && (
            <div className="mt-4 flex flex-wrap items-center gap-3 rounded-md border-l-3 border-accent bg-accent-soft px-4 py-3 text-sm">
              <p className="min-w-0 grow basis-60">
                <span className="font-semibold">{t('week.title')}.</span> {t('week.text', { count: week.length })}
              </p>
              <Button size="small" onClick={() => sync.edit(textOf(bothOf(fields, gathered(week))))}>
                {t('week.gather')}
              </Button>
            </div>
          )}
          {draft.conflict && (
            <div className="mt-4">
              <Notice tone="warn" live>
                <p className="font-semibold">{t('conflict.title')}</p>
                <p className="mt-0.5">{t('conflict.text')}</p>
                <div className="mt-2 flex flex-wrap gap-2">
                  <Button
                    size="small"
                    tone="primary"
                    onClick={() => {
                      const both = textOf(bothOf(fields, fieldsOf(draft.conflict?.source ?? '')));
                      sync.choose('mine');
                      sync.edit(both);
                    }}
                  >
                    {t('conflict.both')}
                  </Button>
                  <Button size="small" onClick={() => sync.choose('mine')}>
                    {t('conflict.mine')}
                  </Button>
                  <Button size="small" onClick={() => sync.choose('theirs')}>
                    {t('conflict.theirs')}
                  </Button>
                </div>
              </Notice>
            </div>
          )}
          {status === 'refused' && draft.trouble && (
            <div className="mt-4">
              <Notice tone="fail" live>
                {errorText(new ApiError(draft.trouble, 0))}
              </Notice>
            </div>
          )}
          <div className="mt-6">
            <EntryFields fields={fields} activity={activity} onEdit={(edited) => sync.edit(textOf(edited))} />
          </div>
          <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3 border-t border-line pt-4">
            <VisibilityChoice value={isPosted ? entry.visibility : chosen} disabled={isBusy} onChange={choose} />
            {isPosted ? (
              <span className="text-sm text-muted">{t('postedNote')}</span>
            ) : (
              <Button
                tone="primary"
                disabled={isBusy || draft.conflict !== null}
                onClick={() => change({ action: 'post', visibility: chosen, zone: zoneOfReader() })}
              >
                {t('post')}
              </Button>
            )}
            {entry && (
              <Button tone="plain" size="small" className="ml-auto" onClick={() => setIsDeleting(true)}>
                {t('delete')}
              </Button>
            )}
          </div>
          {!isOpen && !isPosted && <p className="mt-2 text-sm text-muted">{t('late')}</p>}
          {problem && (
            <div className="mt-3">
              <Notice tone="fail" live>
                {problem}
              </Notice>
            </div>
          )}
        </>
      )}
      {entry && (
        <DeleteDialog
          id={entry.id}
          day={showDay(day.day, locale)}
          isOpen={isDeleting}
          onOpenChange={setIsDeleting}
          onDeleted={onChange}
        />
      )}
    </div>
  );
}

function DeleteDialog({
  id,
  day,
  onDeleted,
  ...state
}: {
  id: string;
  day: string;
  isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  onDeleted(): void;
}) {
  const t = useTranslations('log');
  const errorText = useErrorText();
  async function remove(close: () => void) {
    try {
      await api(`/api/log/entries/${id}`, {
        method: 'DELETE',
        schema: nothing,
      });
      close();
      showToast(t('deleted'));
      onDeleted();
    } catch (error) {
      showToast(errorText(error));
    }
  }
  return (
    <Dialog title={t('delete')} role="alertdialog" {...state}>
      {(close) => (
        <>
          <p className="text-sm">{t('deleteAsk', { day })}</p>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button tone="danger" onClick={() => remove(close)}>
              {t('delete')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** Whom the writer chose last is proposed again. */
function lastChoice(): LogVisibility {
  const kept = LogVisibilitySchema.safeParse(readLocal(LAST_CHOICE));
  return kept.success ? kept.data : 'team';
}
